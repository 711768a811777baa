using System.Text;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Declaration;

/// <summary>Reads what assets hold.</summary>
public static class AssetContents
{
    /// <summary>The content of a file, wherever it is.</summary>
    /// <param name="asset">The asset. That of a state has a hash only: what was given before is not read again.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="http">Fetches what is on the web; without it, only files and texts are read.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="NotSupportedException">It has no content, or is on the web and there is no client.</exception>
    public static async Task<byte[]> ReadAsync(
        this AssetValue asset,
        CancellationToken cancellationToken,
        HttpClient? http = null
    )
    {
        ArgumentNullException.ThrowIfNull(asset);
        switch (asset.Source)
        {
            case ContentSource.Text:
                return Encoding.UTF8.GetBytes(asset.Content!);
            case ContentSource.Path:
                return await File.ReadAllBytesAsync(asset.Content!, cancellationToken).ConfigureAwait(false);
            case ContentSource.Uri when new Uri(asset.Content!) is { IsFile: true } file:
                return await File.ReadAllBytesAsync(file.LocalPath, cancellationToken).ConfigureAwait(false);
            case ContentSource.Uri when http is not null:
                return await http.GetByteArrayAsync(new Uri(asset.Content!), cancellationToken).ConfigureAwait(false);
            default:
                throw new NotSupportedException(
                    asset.Source == ContentSource.Uri
                        ? $"no client to fetch '{asset.Content}' with"
                        : "the asset has a hash only: its content comes with creates and updates"
                );
        }
    }
}
