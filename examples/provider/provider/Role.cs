using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;

namespace Acme.Postgres;

/// <summary>Somebody who signs in, or a group of them.</summary>
[PropertyObject]
internal partial record RoleInputs
{
    /// <summary>Its name.</summary>
    [ReplaceOnChange]
    [StringLength(63, MinimumLength = 1)]
    public required string Name { get; init; }

    /// <summary>Whether it may sign in.</summary>
    [DefaultValue(true)]
    public bool? Login { get; init; }

    /// <summary>What it signs in with. The server keeps no password, but can tell whether it is this one.</summary>
    [Secret]
    [StringLength(1000, MinimumLength = 1)]
    public string? Password { get; init; }

    /// <summary>How many connections it may have at once; -1 for any number.</summary>
    [DefaultValue(-1)]
    [Range(-1, int.MaxValue)]
    public int? ConnectionLimit { get; init; }
}

/// <summary>A role as the server has it.</summary>
[PropertyObject]
internal sealed partial record RoleState : RoleInputs
{
    /// <summary>Its number in the server.</summary>
    [ChangesWith]
    public required long Oid { get; init; }
}

/// <summary>Roles. The id of one is its name.</summary>
internal sealed class RoleResource(Server server) : IUpdatableResource<RoleInputs, RoleState>
{
    public async Task<RoleState> CreateAsync(Operation operation, RoleInputs inputs)
    {
        await server.ExecuteAsync(
            $"CREATE ROLE {Server.Name(inputs.Name)} {Options(inputs)}",
            operation.CancellationToken
        );
        return operation.Record(inputs.Name, await StateAsync(operation, inputs));
    }

    public async Task<Found<RoleState>?> ReadAsync(
        Operation operation,
        string id,
        RoleInputs? inputs,
        RoleState? state
    ) =>
        await FindAsync(id, inputs?.Password ?? state?.Password, operation.CancellationToken) is { } found
            ? new(id, found)
            : null;

    public async Task<RoleState> UpdateAsync(
        Operation operation,
        string id,
        RoleInputs? oldInputs,
        RoleState? state,
        RoleInputs inputs
    )
    {
        await server.ExecuteAsync($"ALTER ROLE {Server.Name(id)} {Options(inputs)}", operation.CancellationToken);
        return await StateAsync(operation, inputs);
    }

    public Task DeleteAsync(Operation operation, string id, RoleState? state) =>
        server.ExecuteAsync($"DROP ROLE IF EXISTS {Server.Name(id)}", operation.CancellationToken);

    private async Task<RoleState> StateAsync(Operation operation, RoleInputs inputs) =>
        await FindAsync(inputs.Name, inputs.Password, operation.CancellationToken)
        ?? throw new OperationException(FailureKind.NotFound, $"role '{inputs.Name}' is gone again");

    private async Task<RoleState?> FindAsync(string name, string? password, CancellationToken cancellationToken)
    {
        var found = await server.QueryAsync(
            "SELECT oid, rolcanlogin, rolconnlimit, rolpassword FROM pg_authid WHERE rolname = $1",
            [name],
            row => new RoleState
            {
                Name = name,
                Login = row.GetBoolean(1),
                ConnectionLimit = row.GetInt32(2),
                // One that somebody else has set is no longer ours: the next update sets it back.
                Password =
                    password is not null && !row.IsDBNull(3) && Verifier.Fits(row.GetString(3), password)
                        ? password
                        : null,
                Oid = row.GetFieldValue<uint>(0),
            },
            cancellationToken
        );
        return found.SingleOrDefault();
    }

    // Never the password itself: the server's log may have the statement.
    private static string Options(RoleInputs inputs) =>
        $"{(inputs.Login is false ? "NOLOGIN" : "LOGIN")} CONNECTION LIMIT {inputs.ConnectionLimit ?? -1} PASSWORD "
        + (inputs.Password is { } password ? Server.Text(Verifier.Of(password)) : "NULL");
}
