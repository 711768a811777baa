using System.Reflection;
using Pulumi.Provider.Hosting;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Schema;

namespace Acme.Postgres;

/// <summary>Roles, databases and who may do what in them.</summary>
internal static class PostgresProvider
{
    private static readonly Assembly Plugin = typeof(PostgresProvider).Assembly;

    /// <summary>The provider, ready to be served.</summary>
    public static ProviderDefinition Create() =>
        new ProviderDefinition<PostgresConfig, Server>(
            "pg",
            PluginAssembly.Version(Plugin),
            static (config, log) => new Server(config)
        )
        {
            Package = new PackageInfo
            {
                DisplayName = "PostgreSQL",
                Description = "Roles, databases and grants of a PostgreSQL server.",
                Publisher = "Acme",
            },
            Schema = static () => PluginAssembly.Schema(Plugin),
            Explain = Server.Explain,
        }
            .Resource<RoleInputs, RoleState>("pg:index:Role", static server => new RoleResource(server))
            .Resource<DatabaseInputs, DatabaseState>("pg:index:Database", static server => new DatabaseResource(server))
            .Resource<GrantInputs, GrantState>("pg:index:Grant", static server => new GrantResource(server));
}
