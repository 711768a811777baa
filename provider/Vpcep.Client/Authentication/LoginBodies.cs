using System.Text.Json;

namespace Vpcep.Client;

/// <summary>Writes what the identity service is asked with.</summary>
internal static class LoginBodies
{
    // Of IAM v3, where nothing is configured: it is renewed, so it need not be long.
    private const int KeySeconds = 3600;

    // Of federated keys, as the cloud's own SDKs ask for them.
    private const int FederatedSeconds = 21600;

    /// <summary>For keys of an agency.</summary>
    public static void Agency(Utf8JsonWriter json, Agency agency) =>
        Identity(
            json,
            "assume_role",
            () =>
            {
                json.Text("agency_name", agency.Name);
                json.Text("domain_id", agency.DomainId);
                json.Text("domain_name", agency.DomainId is null ? agency.DomainName : null);
                json.Whole("duration_seconds", (int?)agency.Duration?.TotalSeconds ?? KeySeconds);
            }
        );

    /// <summary>For keys instead of a token.</summary>
    public static void OfToken(Utf8JsonWriter json, string token) =>
        Identity(
            json,
            "token",
            () =>
            {
                json.Text("id", token);
                json.Whole("duration_seconds", FederatedSeconds);
            }
        );

    /// <summary>For the token of an agency.</summary>
    public static void Delegation(Utf8JsonWriter json, Agency agency, ProjectScope project) =>
        Identity(
            json,
            "assume_role",
            () =>
            {
                json.Text("domain_id", agency.DomainId);
                json.Text("domain_name", agency.DomainId is null ? agency.DomainName : null);
                json.Text("xrole_name", agency.Name);
            },
            () =>
            {
                if (project is { Id: null, Name: null })
                {
                    json.IdOrName("domain", agency.DomainId, agency.DomainName);
                    return;
                }
                json.WriteStartObject("project");
                json.Text("id", project.Id);
                if (project.Id is null)
                {
                    json.Text("name", project.Name);
                    json.IdOrName("domain", agency.DomainId, agency.DomainName);
                }
                json.WriteEndObject();
            }
        );

    /// <summary>For the token of another identity provider.</summary>
    public static void IdToken(Utf8JsonWriter json, string token)
    {
        json.WriteStartObject("auth");
        json.WriteStartObject("id_token");
        json.Text("id", token);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Identity(Utf8JsonWriter json, string method, Action how, Action? scope = null)
    {
        json.WriteStartObject("auth");
        json.WriteStartObject("identity");
        json.Texts("methods", [method]);
        json.WriteStartObject(method);
        how();
        json.WriteEndObject();
        json.WriteEndObject();
        if (scope is not null)
        {
            json.WriteStartObject("scope");
            scope();
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
