namespace Vpcep.Provider;

/// <summary>What a person sees who runs the plugin by hand.</summary>
internal static class Help
{
    public const string Text = """
        pulumi-resource-vpcep: the Pulumi provider for VPC Endpoint (VPCEP).

        The Pulumi engine starts this program by itself; you need not run it.

          pulumi-resource-vpcep doctor       check configuration, sign-in and cloud
          pulumi-resource-vpcep adopt        write what a project holds for 'pulumi import --file', or draw it; adopt --help
          pulumi-resource-vpcep schema       print the package schema
          pulumi-resource-vpcep mapping NAME print what Terraform's provider of that name calls things
          pulumi-resource-vpcep --version    print the version
          pulumi-resource-vpcep --help       print this

        Doctor and adopt read the environment. With the configuration of a stack, too:

          pulumi config --json --show-secrets | pulumi-resource-vpcep doctor --config -

        Run without arguments it serves one provider on a port that it prints, for debugging:

          PULUMI_DEBUG_PROVIDERS=vpcep:<port> pulumi up
        """;
}
