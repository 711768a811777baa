using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Pulumi.Provider.Testing;

[assembly: AssemblyFixture(typeof(Acme.Postgres.Tests.PostgresServer))]

namespace Acme.Postgres.Tests;

/// <summary>A PostgreSQL of the tests' own, in a folder that goes with it. Where none can start, the tests are skipped with the reason.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string Password = "of the tests";

    private readonly string _folder = Directory.CreateTempSubdirectory("postgres-").FullName;
    private readonly int _port = FreePort();
    private string? _absent;

    private string Data => Path.Combine(_folder, "data");

    private static bool IsRoot => Environment.IsPrivilegedProcess;

    public async ValueTask InitializeAsync()
    {
        try
        {
            var passwords = Path.Combine(_folder, "password");
            await File.WriteAllTextAsync(passwords, Password);
            if (IsRoot)
            {
                // It refuses to run as root, and Debian's package comes with a user for it.
                await RunAsync("chown", "-R", "postgres", _folder);
            }

            await RunAsync(
                Program("initdb"),
                "-D",
                Data,
                "-U",
                "postgres",
                "-A",
                "scram-sha-256",
                "--no-sync",
                $"--pwfile={passwords}"
            );
            await RunAsync(
                Program("pg_ctl"),
                "-D",
                Data,
                "-w",
                "-t",
                "600",
                "-l",
                Path.Combine(_folder, "log"),
                "-o",
                $"-F -p {_port} -k {_folder} -c listen_addresses=127.0.0.1",
                "start"
            );
        }
        catch (Exception problem) when (problem is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            _absent = $"no PostgreSQL can start here (Debian: apt-get install postgresql): {problem.Message}";
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_absent is null)
        {
            await RunAsync(Program("pg_ctl"), "-D", Data, "-m", "immediate", "stop");
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A stack whose provider signs in to the server.</summary>
    public TestStack Stack()
    {
        Require();
        var stack = new TestStack(PostgresProvider.Create);
        stack.Configure("host", "127.0.0.1");
        stack.Configure("port", $"{_port}");
        stack.Configure("password", Password, secret: true);
        return stack;
    }

    /// <summary>The provider's configuration, for samples.</summary>
    public (string Host, int Port, string Password) Place
    {
        get
        {
            Require();
            return ("127.0.0.1", _port, Password);
        }
    }

    /// <summary>Runs a statement, as somebody else would.</summary>
    public async Task<object?> DoAsync(
        string statement,
        string user = "postgres",
        string password = Password,
        string database = "postgres"
    )
    {
        Require();
        // A pool would keep databases in use.
        var place =
            $"Host=127.0.0.1;Port={_port};Username={user};Password={password};Database={database};Pooling=false";
        await using var connection = new NpgsqlConnection(place);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync();
    }

    private void Require() => Assert.SkipWhen(_absent is not null, _absent ?? "");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // Debian keeps them out of the PATH, a folder for each version.
    private static string Program(string name) =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .EnumerateDirectories("/usr/lib/postgresql")
                .Select(version => Path.Combine(version, "bin", name))
                .LastOrDefault(File.Exists)
                ?? name
            : name;

    private static async Task RunAsync(string program, params string[] args)
    {
        var start =
            IsRoot && program != "chown"
                ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", program, .. args])
                : new ProcessStartInfo(program, args);
        start.WorkingDirectory = "/";
        start.RedirectStandardError = true;
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"{program} ends with {process.ExitCode}: {await process.StandardError.ReadToEndAsync()}"
            );
        }
    }
}
