using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>The stack's configuration under one name: the project's by default, or a package's.</summary>
/// <param name="name">The part of a key before the colon; null for the project's name.</param>
public sealed class Config(string? name = null)
{
    private readonly string _name = name ?? Deployment.Instance.ProjectName;

    /// <summary>The value, or null.</summary>
    public string? Get(string key) => Deployment.Instance.Settings.Config.GetValueOrDefault(FullKey(key));

    /// <summary>The value as a secret, or null.</summary>
    public Output<string>? GetSecret(string key) => Get(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>The value as true or false, or null.</summary>
    public bool? GetBoolean(string key) => Convert(key, "boolean", ParseBoolean);

    /// <summary>The value as a secret true or false, or null.</summary>
    public Output<bool>? GetSecretBoolean(string key) => Secret(GetBoolean(key));

    /// <summary>The value as a whole number, or null.</summary>
    public int? GetInt32(string key) =>
        Convert(key, "Int32", static text => int.Parse(text, CultureInfo.InvariantCulture));

    /// <summary>The value as a secret whole number, or null.</summary>
    public Output<int>? GetSecretInt32(string key) => Secret(GetInt32(key));

    /// <summary>The value as a number, or null.</summary>
    public double? GetDouble(string key) =>
        Convert(key, "Double", static text => double.Parse(text, CultureInfo.InvariantCulture));

    /// <summary>The value as a secret number, or null.</summary>
    public Output<double>? GetSecretDouble(string key) => Secret(GetDouble(key));

    /// <summary>The value read as JSON, or the type's default.</summary>
    [return: MaybeNull]
    public T GetObject<T>(string key, JsonSerializerOptions options) => Parse<T>(key, options);

    /// <summary>The value read as JSON, or the type's default.</summary>
    [return: MaybeNull]
    public T GetObject<T>(string key) => Parse<T>(key, null);

    /// <summary>The value read as JSON, as a secret, or null.</summary>
    public Output<T>? GetSecretObject<T>(string key, JsonSerializerOptions options) => SecretObject<T>(key, options);

    /// <summary>The value read as JSON, as a secret, or null.</summary>
    public Output<T>? GetSecretObject<T>(string key) => SecretObject<T>(key, null);

    /// <summary>The value; the program ends with an explanation when there is none.</summary>
    public string Require(string key) => Get(key) ?? throw Missing(key);

    /// <summary>The value as a secret.</summary>
    public Output<string> RequireSecret(string key) => GetSecret(key) ?? throw Missing(key, secret: true);

    /// <summary>The value as true or false.</summary>
    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw Missing(key);

    /// <summary>The value as a secret true or false.</summary>
    public Output<bool> RequireSecretBoolean(string key) => GetSecretBoolean(key) ?? throw Missing(key, secret: true);

    /// <summary>The value as a whole number.</summary>
    public int RequireInt32(string key) => GetInt32(key) ?? throw Missing(key);

    /// <summary>The value as a secret whole number.</summary>
    public Output<int> RequireSecretInt32(string key) => GetSecretInt32(key) ?? throw Missing(key, secret: true);

    /// <summary>The value as a number.</summary>
    public double RequireDouble(string key) => GetDouble(key) ?? throw Missing(key);

    /// <summary>The value as a secret number.</summary>
    public Output<double> RequireSecretDouble(string key) => GetSecretDouble(key) ?? throw Missing(key, secret: true);

    /// <summary>The value read as JSON.</summary>
    public T RequireObject<T>(string key, JsonSerializerOptions options) => RequiredObject<T>(key, options);

    /// <summary>The value read as JSON.</summary>
    public T RequireObject<T>(string key) => RequiredObject<T>(key, null);

    /// <summary>The value read as JSON, as a secret.</summary>
    public Output<T> RequireSecretObject<T>(string key, JsonSerializerOptions options) =>
        SecretObject<T>(key, options) ?? throw Missing(key, secret: true);

    /// <summary>The value read as JSON, as a secret.</summary>
    public Output<T> RequireSecretObject<T>(string key) =>
        SecretObject<T>(key, null) ?? throw Missing(key, secret: true);

    private static bool ParseBoolean(string text) =>
        text switch
        {
            "true" => true,
            "false" => false,
            _ => throw new FormatException("expected true or false"),
        };

    private static Output<T>? Secret<T>(T? value)
        where T : struct => value is { } given ? Output.CreateSecret(given) : null;

    private Output<T>? SecretObject<T>(string key, JsonSerializerOptions? options) =>
        Get(key) is null ? null : Output.CreateSecret(Parse<T>(key, options)!);

    private T RequiredObject<T>(string key, JsonSerializerOptions? options) =>
        Get(key) is null ? throw Missing(key) : Parse<T>(key, options)!;

    private T? Convert<T>(string key, string type, Func<string, T> parse)
        where T : struct
    {
        if (Get(key) is not { } text)
        {
            return null;
        }

        try
        {
            return parse(text);
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            throw WrongType(key, text, type, error);
        }
    }

    private T? Parse<T>(string key, JsonSerializerOptions? options)
    {
        if (Get(key) is not { } text)
        {
            return default;
        }

        try
        {
            return typeof(T) == typeof(string) ? (T)(object)text : JsonSerializer.Deserialize<T>(text, options);
        }
        catch (JsonException error)
        {
            throw WrongType(key, text, typeof(T).FullName ?? typeof(T).Name, error);
        }
    }

    private ConfigTypeException WrongType(string key, string text, string type, Exception cause) =>
        new(
            FullKey(key),
            Deployment.Instance.Settings.SecretKeys.Contains(FullKey(key)) ? "[secret]" : text,
            type,
            cause
        );

    private ConfigMissingException Missing(string key, bool secret = false) => new(FullKey(key), secret);

    private string FullKey(string key) => $"{_name}:{key}";
}
