using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;

namespace Acme.Postgres.Tests;

/// <summary>Each resource keeps to what every resource has to.</summary>
public sealed class ConformanceTests(PostgresServer server)
{
    private PropertyMap Config =>
        new([new("host", server.Place.Host), new("port", server.Place.Port), new("password", server.Place.Password)]);

    [Fact]
    public Task Roles() =>
        Conformance.RunAsync(
            PostgresProvider.Create(),
            new Sample<RoleInputs>(
                "pg:index:Role",
                new()
                {
                    Name = "conform",
                    Password = "pass",
                    ConnectionLimit = 3,
                }
            )
            {
                Config = Config,
                Second = new() { Name = "conform2" },
                Exists = () => Names("SELECT rolname::text FROM pg_roles WHERE rolname LIKE 'conform%'"),
                Unreadable = ["password"],
            }
        );

    [Fact]
    public Task Databases() =>
        Conformance.RunAsync(
            PostgresProvider.Create(),
            new Sample<DatabaseInputs>("pg:index:Database", Kept("kept"))
            {
                Config = Config,
                Changes = [Kept("kept") with { Owner = "pg_read_all_data" }, Kept("renamed")],
                Second = Kept("kept2"),
                Exists = () =>
                    Names("SELECT datname::text FROM pg_database WHERE datname LIKE 'kept%' OR datname = 'renamed'"),
                // The server knows nothing of it.
                Unreadable = ["deletionProtection"],
            }
        );

    [Fact]
    public async Task Grants()
    {
        await server.DoAsync("CREATE DATABASE granted");
        await Conformance.RunAsync(
            PostgresProvider.Create(),
            new Sample<GrantInputs>("pg:index:Grant", Granted(Privilege.Connect, Privilege.Create))
            {
                Config = Config,
                Changes =
                [
                    Granted(Privilege.Create),
                    Granted(Privilege.Create, Privilege.Temporary),
                    Granted(Privilege.Create) with
                    {
                        Role = "pg_read_all_data",
                    },
                ],
                Second = Granted(Privilege.Create) with { Role = "pg_write_all_data" },
            }
        );
    }

    private static GrantInputs Granted(params Privilege[] privileges) =>
        new()
        {
            Database = "granted",
            Role = "pg_monitor",
            Privileges = privileges,
        };

    private static DatabaseInputs Kept(string name) =>
        new()
        {
            Name = name,
            Owner = "pg_monitor",
            DeletionProtection = false,
        };

    private IEnumerable<string> Names(string query) =>
        (string[]?)server.DoAsync($"SELECT array({query})").GetAwaiter().GetResult() ?? [];
}
