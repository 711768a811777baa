using Npgsql;
using Pulumi.Provider.Model.Operations;

namespace Acme.Postgres;

/// <summary>The server: runs statements, and puts names and texts into them where it takes no parameters.</summary>
internal sealed class Server(PostgresConfig config) : IAsyncDisposable
{
    // No connection is made before the first statement.
    private readonly NpgsqlDataSource _source = new NpgsqlSlimDataSourceBuilder(
        new NpgsqlConnectionStringBuilder
        {
            Host = config.Host,
            Port = config.Port ?? NpgsqlConnection.DefaultPort,
            Username = config.User,
            Password = config.Password,
            Database = "postgres",
        }.ConnectionString
    ).Build();

    public async Task ExecuteAsync(string statement, CancellationToken cancellationToken)
    {
        await using var command = _source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The rows of a query whose $1, $2, … are the arguments.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(
        string query,
        string[] arguments,
        Func<NpgsqlDataReader, T> row,
        CancellationToken cancellationToken
    )
    {
        await using var command = _source.CreateCommand(query);
        foreach (var argument in arguments)
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = argument });
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    public static string Name(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    public static string Text(string text) =>
        " E'"
        + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)
        + '\'';

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    /// <summary>What a failure of the server is; null for those of others.</summary>
    public static OperationException? Explain(Exception failure) =>
        failure switch
        {
            PostgresException refused => new(Kind(refused.SqlState), $"{refused.MessageText}{Hint(refused)}", refused),
            NpgsqlException lost => new(
                FailureKind.Unavailable,
                $"{lost.Message}. Check pg:host and pg:port (PGHOST, PGPORT), and that the server runs",
                lost
            ),
            _ => null,
        };

    private static FailureKind Kind(string state) =>
        state switch
        {
            PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.DuplicateDatabase => FailureKind.AlreadyExists,
            PostgresErrorCodes.UndefinedObject or PostgresErrorCodes.InvalidCatalogName => FailureKind.NotFound,
            PostgresErrorCodes.InsufficientPrivilege => FailureKind.PermissionDenied,
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                FailureKind.Unauthenticated,
            PostgresErrorCodes.ObjectInUse or PostgresErrorCodes.DependentObjectsStillExist =>
                FailureKind.FailedPrecondition,
            _ when state.StartsWith("53", StringComparison.Ordinal) => FailureKind.Exhausted,
            _ when state.StartsWith("57", StringComparison.Ordinal) => FailureKind.Unavailable,
            _ => FailureKind.InvalidInput,
        };

    private static string Hint(PostgresException refused) =>
        refused.SqlState switch
        {
            PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.DuplicateDatabase =>
                ": choose another name, or import it",
            PostgresErrorCodes.InvalidPassword => ": check pg:user and pg:password (PGUSER, PGPASSWORD)",
            PostgresErrorCodes.DependentObjectsStillExist when refused.Detail is { } detail => $": {detail}",
            PostgresErrorCodes.ObjectInUse when refused.Detail is { } detail => $": {detail}",
            _ => "",
        };
}
