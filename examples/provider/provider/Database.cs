using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;

namespace Acme.Postgres;

/// <summary>A database, which belongs to a role.</summary>
[PropertyObject]
internal partial record DatabaseInputs
{
    /// <summary>Its name.</summary>
    [ReplaceOnChange]
    [StringLength(63, MinimumLength = 1)]
    public required string Name { get; init; }

    /// <summary>The role that it belongs to. Left out, who makes it.</summary>
    [Computed]
    [StringLength(63, MinimumLength = 1)]
    public string? Owner { get; init; }

    /// <summary>The encoding of its texts.</summary>
    [ReplaceOnChange]
    [DefaultValue("UTF8")]
    public string? Encoding { get; init; }

    /// <summary>Whether it is kept when it should be deleted or replaced: it fails, until this is false.</summary>
    [DefaultValue(true)]
    public bool? DeletionProtection { get; init; }
}

/// <summary>A database as the server has it.</summary>
[PropertyObject]
internal sealed partial record DatabaseState : DatabaseInputs
{
    /// <summary>Its number in the server.</summary>
    [ChangesWith]
    public required long Oid { get; init; }
}

/// <summary>Databases. The id of one is its name.</summary>
internal sealed class DatabaseResource(Server server)
    : IUpdatableResource<DatabaseInputs, DatabaseState>,
        IReplaceableResource
{
    public async Task<DatabaseState> CreateAsync(Operation operation, DatabaseInputs inputs)
    {
        var owner = inputs.Owner is { } role ? $"OWNER {Server.Name(role)} " : "";
        await server.ExecuteAsync(
            $"CREATE DATABASE {Server.Name(inputs.Name)} {owner}ENCODING{Server.Text(inputs.Encoding ?? "UTF8")} TEMPLATE template0",
            operation.CancellationToken
        );
        return operation.Record(inputs.Name, await StateAsync(operation, inputs));
    }

    public async Task<Found<DatabaseState>?> ReadAsync(
        Operation operation,
        string id,
        DatabaseInputs? inputs,
        DatabaseState? state
    )
    {
        // The server knows nothing of protection: an import begins with it.
        var isProtected = (inputs ?? state)?.DeletionProtection ?? true;
        return await FindAsync(id, isProtected, operation.CancellationToken) is { } found ? new(id, found) : null;
    }

    public async Task<DatabaseState> UpdateAsync(
        Operation operation,
        string id,
        DatabaseInputs? oldInputs,
        DatabaseState? state,
        DatabaseInputs inputs
    )
    {
        if (inputs.Owner is { } owner)
        {
            await server.ExecuteAsync(
                $"ALTER DATABASE {Server.Name(id)} OWNER TO {Server.Name(owner)}",
                operation.CancellationToken
            );
        }

        return await StateAsync(operation, inputs);
    }

    public Task DeleteAsync(Operation operation, string id, DatabaseState? state) =>
        state?.DeletionProtection is true
            ? throw new OperationException(
                FailureKind.FailedPrecondition,
                $"database '{id}' is protected: set deletionProtection to false and run 'pulumi up' before you delete it"
            )
            : server.ExecuteAsync($"DROP DATABASE IF EXISTS {Server.Name(id)}", operation.CancellationToken);

    /// <summary>A preview says already that a protected database will not be replaced.</summary>
    public void CheckReplacement(InputChecker checker, Replaced old, PropertyMap inputs)
    {
        if (old.State.Find("deletionProtection") is BoolValue { Value: true })
        {
            checker.Add("deletionProtection", "the database is protected; set it to false before you replace it");
        }
    }

    private async Task<DatabaseState> StateAsync(Operation operation, DatabaseInputs inputs) =>
        await FindAsync(inputs.Name, inputs.DeletionProtection ?? true, operation.CancellationToken)
        ?? throw new OperationException(FailureKind.NotFound, $"database '{inputs.Name}' is gone again");

    private async Task<DatabaseState?> FindAsync(string name, bool isProtected, CancellationToken cancellationToken)
    {
        var found = await server.QueryAsync(
            "SELECT oid, pg_get_userbyid(datdba), pg_encoding_to_char(encoding) FROM pg_database WHERE datname = $1",
            [name],
            row => new DatabaseState
            {
                Name = name,
                Owner = row.GetString(1),
                Encoding = row.GetString(2),
                DeletionProtection = isProtected,
                Oid = row.GetFieldValue<uint>(0),
            },
            cancellationToken
        );
        return found.SingleOrDefault();
    }
}
