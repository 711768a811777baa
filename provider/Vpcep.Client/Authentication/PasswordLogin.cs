using System.Text.Json;

namespace Vpcep.Client;

/// <summary>Who signs in, and for which project. A plain class: a record would print the password.</summary>
public sealed class PasswordLogin
{
    /// <summary>The user.</summary>
    public required string UserName { get; init; }

    /// <summary>The user's password.</summary>
    public required string Password { get; init; }

    /// <summary>The account (domain) of the user.</summary>
    public required string DomainName { get; init; }

    /// <summary>The project to sign in for; or null with a name.</summary>
    public string? ProjectId { get; init; }

    /// <summary>The project to sign in for, by name.</summary>
    public string? ProjectName { get; init; }

    /// <summary>Names the user only.</summary>
    public override string ToString() => $"user {UserName} of {DomainName}";

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("auth");
        json.WriteStartObject("identity");
        json.WriteStartArray("methods");
        json.WriteStringValue("password");
        json.WriteEndArray();
        json.WriteStartObject("password");
        json.WriteStartObject("user");
        json.WriteString("name", UserName);
        json.WriteString("password", Password);
        json.WriteStartObject("domain");
        json.WriteString("name", DomainName);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        if (ProjectId is not null || ProjectName is not null)
        {
            json.WriteStartObject("scope");
            json.WriteStartObject("project");
            json.WriteString(ProjectId is not null ? "id" : "name", ProjectId ?? ProjectName);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}

/// <summary>A token as issued. A plain class: a record would print the token.</summary>
public sealed class IssuedToken(string value, TimeSpan? life, string? projectId)
{
    /// <summary>What goes into <c>X-Auth-Token</c>.</summary>
    public string Value { get; } = value;

    /// <summary>How long it holds, from when it was issued and by nobody's clock; null when the answer does not say.</summary>
    public TimeSpan? Life { get; } = life;

    /// <summary>The project it is for.</summary>
    public string? ProjectId { get; } = projectId;

    /// <summary>Says what it is without giving it away.</summary>
    public override string ToString() => "a token";
}
