using System.Text;
using System.Text.RegularExpressions;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Testing;

/// <summary>The secret texts of inputs, and whether they are in other texts: as they are, or in an encoding that hides nothing.</summary>
internal sealed partial class Canaries
{
    // What is shorter is found everywhere.
    private const int Shortest = 4;

    private readonly SortedSet<string> _texts = new(StringComparer.Ordinal);

    /// <summary>Those of inputs: declared secret, or marked so.</summary>
    public Canaries(ObjectModel model, PropertyMap inputs) => Learn(model, inputs);

    /// <summary>True when there is none.</summary>
    public bool IsEmpty => _texts.Count == 0;

    /// <summary>One of them.</summary>
    public string First => _texts.Min!;

    /// <summary>Takes more of them.</summary>
    public void Learn(ObjectModel model, PropertyMap inputs)
    {
        foreach (var (name, value) in inputs)
        {
            Learn(value, (model.Find(name)?.Type as ObjectType)?.Object, model.Find(name) is { Secret: true });
        }
    }

    /// <summary>How a secret is in the text, or null.</summary>
    public string? Within(string text)
    {
        foreach (var secret in _texts)
        {
            if (text.Contains(secret, StringComparison.OrdinalIgnoreCase))
            {
                return "in plain";
            }

            if (text.Contains(Uri.EscapeDataString(secret), StringComparison.OrdinalIgnoreCase))
            {
                return "escaped as in a URL";
            }

            if (text.Contains(Convert.ToHexString(Encoding.UTF8.GetBytes(secret)), StringComparison.OrdinalIgnoreCase))
            {
                return "in hexadecimal";
            }

            if (new string([.. secret.Reverse()]) is var reversed && reversed != secret && text.Contains(reversed))
            {
                return "backwards";
            }

            if (
                Base64()
                    .Matches(text)
                    .Any(match => Decoded(match.Value).Contains(secret, StringComparison.OrdinalIgnoreCase))
            )
            {
                return "in base64";
            }
        }

        return null;
    }

    /// <summary>The text with the secrets left out.</summary>
    public string Clean(string text) =>
        _texts.Aggregate(
            text,
            static (cleaned, secret) => cleaned.Replace(secret, "[secret]", StringComparison.OrdinalIgnoreCase)
        );

    private void Learn(PropertyValue value, ObjectModel? model, bool secret)
    {
        switch (value)
        {
            case SecretValue inner:
                Learn(inner.Value, model, secret: true);
                break;
            case StringValue text when secret && text.Value.Length >= Shortest:
                _texts.Add(text.Value);
                break;
            case ListValue list:
                foreach (var item in list.Items)
                {
                    Learn(item, model, secret);
                }

                break;
            case ObjectValue obj:
                foreach (var (name, field) in obj.Fields)
                {
                    Learn(field, null, secret || model?.Find(name) is { Secret: true });
                }

                break;
        }
    }

    // Four characters are three bytes; at which of them a token begins nobody knows, so the cut ones are tried as well.
    private static string Decoded(string token)
    {
        var standard = token.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        standard = standard[..(standard.Length - (standard.Length % 4 == 1 ? 1 : 0))];
        var bytes = new byte[standard.Length];
        return Convert.TryFromBase64String(standard.PadRight((standard.Length + 3) / 4 * 4, '='), bytes, out var length)
            ? Encoding.Latin1.GetString(bytes, 0, length)
            : "";
    }

    [GeneratedRegex("[A-Za-z0-9+/_-]{6,}={0,2}")]
    private static partial Regex Base64();
}
