using System.Collections.Immutable;
using Pulumi.LocalEngine.Projects;
using Vpcep.Emulator;

namespace Properties.Tests.Programs;

/// <summary>What the stack's configuration and the environment say.</summary>
internal sealed record Spelling(StackConfig Config, ImmutableDictionary<string, string> Environment);

/// <summary>The ways to say one and the same place.</summary>
internal static class Spellings
{
    private static readonly ImmutableDictionary<string, string> Keys = ImmutableDictionary<string, string>
        .Empty.Add("HW_ACCESS_KEY", Account.Default.AccessKey!)
        .Add("HW_SECRET_KEY", Account.Default.SecretKey!);

    public static Spelling Get(int which, Uri url, string cloud)
    {
        var bare = url.GetLeftPart(UriPartial.Authority);
        var project = Account.Default.ProjectId;
        var named = Keys.Add("HW_CLOUD", cloud);
        Spelling[] all =
        [
            // The environment says all.
            new(StackConfig.Empty, named.Add("VPCEP_ENDPOINT", bare + "/").Add("HW_PROJECT_ID", project)),
            new(StackConfig.Empty, named.Add("VPCEP_ENDPOINT", bare).Add("OS_PROJECT_ID", project)),
            // The address moves to the configuration; another region, which it overrides.
            new(
                StackConfig.Empty.With("vpcep:endpoint", bare.Replace("http", "HTTP", StringComparison.Ordinal)),
                named.Add("HW_PROJECT_ID", project).Add("HW_REGION_NAME", "eu-de")
            ),
            // The configuration says all.
            new(
                StackConfig
                    .Empty.With("vpcep:endpoint", bare + "/v1/")
                    .With("vpcep:cloud", cloud)
                    .With("vpcep:projectId", project)
                    .With("vpcep:accessKey", Account.Default.AccessKey!, isSecret: true)
                    .With("vpcep:secretKey", Account.Default.SecretKey!, isSecret: true),
                ImmutableDictionary<string, string>.Empty
            ),
        ];
        return all[which % all.Length];
    }
}
