using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;

namespace Acme.Postgres;

/// <summary>What a role may do in a database.</summary>
[PropertyEnum("pg:index:Privilege")]
internal enum Privilege
{
    /// <summary>Connect to it.</summary>
    Connect,

    /// <summary>Make schemas in it.</summary>
    Create,

    /// <summary>Make tables that go with the session.</summary>
    Temporary,
}

/// <summary>All that a role may do in a database by itself, beside what everybody may.</summary>
[PropertyObject]
internal partial record GrantInputs
{
    /// <summary>The database.</summary>
    [ReplaceOnChange]
    public required string Database { get; init; }

    /// <summary>The role.</summary>
    [ReplaceOnChange]
    public required string Role { get; init; }

    /// <summary>What it may do.</summary>
    [Unordered]
    [Count(1, 3)]
    public required IReadOnlyList<Privilege> Privileges { get; init; }
}

/// <summary>A grant as the server has it.</summary>
[PropertyObject]
internal sealed partial record GrantState : GrantInputs;

/// <summary>Grants. The id of one is <c>database/role</c>; neither name may have a slash.</summary>
internal sealed class GrantResource(Server server) : IUpdatableResource<GrantInputs, GrantState>
{
    // The server keeps all grants of a database in one row, and fails the second of two that change it at once.
    private const string Alone = "SELECT pg_advisory_xact_lock(7060921)";

    public async Task<GrantState> CreateAsync(Operation operation, GrantInputs inputs)
    {
        await GrantAsync(inputs.Database, inputs.Role, inputs.Privileges, operation.CancellationToken);
        return operation.Record($"{inputs.Database}/{inputs.Role}", State(inputs));
    }

    public async Task<Found<GrantState>?> ReadAsync(
        Operation operation,
        string id,
        GrantInputs? inputs,
        GrantState? state
    )
    {
        var (database, role) = Parse(id);
        var privileges = await PrivilegesAsync(database, role, operation.CancellationToken);
        return privileges.Count == 0
            ? null
            : new(
                id,
                new()
                {
                    Database = database,
                    Role = role,
                    Privileges = privileges,
                }
            );
    }

    public async Task<GrantState> UpdateAsync(
        Operation operation,
        string id,
        GrantInputs? oldInputs,
        GrantState? state,
        GrantInputs inputs
    )
    {
        await GrantAsync(inputs.Database, inputs.Role, inputs.Privileges, operation.CancellationToken);
        return State(inputs);
    }

    public async Task DeleteAsync(Operation operation, string id, GrantState? state)
    {
        var (database, role) = Parse(id);
        // A database or role that is gone has taken its grants along.
        if (await PrivilegesAsync(database, role, operation.CancellationToken) is not [])
        {
            await server.ExecuteAsync($"{Alone}; {Revoke(database, role)}", operation.CancellationToken);
        }
    }

    // All or nothing: statements that are sent together are one transaction.
    private Task GrantAsync(
        string database,
        string role,
        IReadOnlyList<Privilege> privileges,
        CancellationToken cancellationToken
    ) =>
        server.ExecuteAsync(
            $"{Alone}; {Revoke(database, role)}; GRANT {string.Join(", ", privileges.Select(Word))} ON DATABASE {Server.Name(database)} TO {Server.Name(role)}",
            cancellationToken
        );

    private Task<IReadOnlyList<Privilege>> PrivilegesAsync(
        string database,
        string role,
        CancellationToken cancellationToken
    ) =>
        server.QueryAsync(
            """
            SELECT entry.privilege_type
            FROM pg_database, aclexplode(datacl) AS entry
            WHERE datname = $1 AND entry.grantee <> 0 AND pg_get_userbyid(entry.grantee) = $2 ORDER BY 1
            """,
            [database, role],
            static row => Enum.Parse<Privilege>(row.GetString(0), ignoreCase: true),
            cancellationToken
        );

    private static string Revoke(string database, string role) =>
        $"REVOKE ALL ON DATABASE {Server.Name(database)} FROM {Server.Name(role)}";

    private static string Word(Privilege privilege) =>
        privilege switch
        {
            Privilege.Connect => "CONNECT",
            Privilege.Create => "CREATE",
            _ => "TEMPORARY",
        };

    private static (string Database, string Role) Parse(string id) =>
        id.Split('/') is [{ Length: > 0 } database, { Length: > 0 } role]
            ? (database, role)
            : throw new OperationException(
                FailureKind.InvalidInput,
                $"a grant's id is database/role, and '{id}' is not; import it as, for example, orders/shop"
            );

    private static GrantState State(GrantInputs inputs) =>
        new()
        {
            Database = inputs.Database,
            Role = inputs.Role,
            Privileges = inputs.Privileges,
        };
}
