using Pulumi.Provider.Protocol.Values;

namespace Pulumi;

/// <summary>A file's or a folder's content.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive() { }
}

/// <summary>A file's content.</summary>
public abstract class Asset : AssetOrArchive
{
    private protected Asset(ContentSource source, string content) => Value = new AssetValue(source, content, null);

    internal AssetValue Value { get; }
}

/// <summary>A folder's content.</summary>
public abstract class Archive : AssetOrArchive
{
    private protected Archive() { }
}

/// <summary>A file on this machine.</summary>
public sealed class FileAsset(string path) : Asset(ContentSource.Path, path);

/// <summary>A file at a URI.</summary>
public sealed class RemoteAsset(string uri) : Asset(ContentSource.Uri, uri);

/// <summary>A text.</summary>
public sealed class StringAsset(string text) : Asset(ContentSource.Text, text);

/// <summary>An archive or folder on this machine.</summary>
public sealed class FileArchive(string path) : Archive
{
    internal string Path { get; } = path;
}

/// <summary>An archive at a URI.</summary>
public sealed class RemoteArchive(string uri) : Archive
{
    internal string Uri { get; } = uri;
}

/// <summary>An archive made of named assets and archives.</summary>
public sealed class AssetArchive(IDictionary<string, AssetOrArchive> assets) : Archive
{
    internal IDictionary<string, AssetOrArchive> Assets { get; } = assets;
}
