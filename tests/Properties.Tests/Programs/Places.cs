using System.Collections.Immutable;
using Pulumi.Provider.Testing.Engine.Programs;
using Vpcep.Emulator;
using static System.StringComparison;

namespace Properties.Tests.Programs;

/// <summary>A way to say where the cloud is: what the stack's configuration and the environment have of it.</summary>
internal sealed record Place(StackConfig Config, ImmutableDictionary<string, string> Environment);

/// <summary>The ways to say one and the same place, and who asks there.</summary>
internal static class Places
{
    private static readonly ImmutableDictionary<string, string> Keys = ImmutableDictionary<string, string>
        .Empty.Add("HW_ACCESS_KEY", Account.Default.AccessKey!)
        .Add("HW_SECRET_KEY", Account.Default.SecretKey!);

    /// <summary>All of them, for the address and the cloud.</summary>
    public static IReadOnlyList<Place> Of(Uri url, string cloud, string region)
    {
        var bare = url.GetLeftPart(UriPartial.Authority);
        var project = Account.Default.ProjectId;
        var named = Keys.Add("HW_CLOUD", cloud);
        var empty = StackConfig.Empty;
        var keys = empty
            .With("vpcep:accessKey", Account.Default.AccessKey!, isSecret: true)
            .With("vpcep:secretKey", Account.Default.SecretKey!, isSecret: true);
        return
        [
            // The environment says all.
            new(empty, named.Add("VPCEP_ENDPOINT", bare + "/").Add("HW_PROJECT_ID", project)),
            new(empty, named.Add("VPCEP_ENDPOINT", bare).Add("OS_PROJECT_ID", project + "\n")),
            // The address moves to the configuration; another region, which it overrides.
            new(
                empty.With("vpcep:endpoint", bare.Replace("http", "HTTP", Ordinal)),
                named.Add("HW_PROJECT_ID", project).Add("HW_REGION_NAME", "eu-de")
            ),
            // The configuration says all, with a version behind the address, and what is the default anyway.
            new(
                keys.With("vpcep:endpoint", bare + "/v1/")
                    .With("vpcep:cloud", cloud)
                    .With("vpcep:projectId", project)
                    .With("vpcep:maxRetries", "5")
                    .With("vpcep:insecure", "no"),
                ImmutableDictionary<string, string>.Empty
            ),
            // The project by its name, which somebody has to look up; letter case, and blanks.
            new(
                empty
                    .With("vpcep:endpoint", $" {bare} ")
                    .With("vpcep:cloud", cloud.ToUpperInvariant())
                    .With("vpcep:projectName", region)
                    .With("vpcep:iamEndpoint", bare + "/v3"),
                Keys
            ),
            new(
                empty.With("vpcep:projectId", project).With("vpcep:region", "eu-nl").With("vpcep:maxRetries", "7"),
                named.Add("VPCEP_ENDPOINT", bare + "/v1").Add("HW_AUTH_URL", bare)
            ),
            // Another way to sign in.
            new(
                empty.With("vpcep:endpoint", bare).With("vpcep:cloud", cloud).With("vpcep:projectId", $" {project} "),
                ImmutableDictionary<string, string>
                    .Empty.Add("HW_USER_NAME", Account.Default.UserName)
                    .Add("HW_USER_PASSWORD", Account.Default.Password)
                    .Add("HW_DOMAIN_NAME", Account.Default.DomainName)
                    .Add("OS_AUTH_URL", bare + "/v3")
            ),
            new(
                empty.With("vpcep:cloud", cloud),
                ImmutableDictionary<string, string>
                    .Empty.Add("HW_AUTH_TOKEN", Account.Default.Token!)
                    .Add("VPCEP_ENDPOINT", bare.ToUpperInvariant().Replace("HTTP", "http", Ordinal))
                    .Add("OS_TENANT_ID", project)
            ),
            // A cloud of no name is a private one.
            .. cloud == "private"
                ? [new Place(empty.With("vpcep:endpoint", bare), Keys.Add("OS_TENANT_ID", project))]
                : Array.Empty<Place>(),
        ];
    }
}
