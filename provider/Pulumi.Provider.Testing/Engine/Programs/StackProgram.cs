using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Google.Protobuf.WellKnownTypes;
using Grpc.Net.Client;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing.Engine.Programs;

/// <summary>A program that registers a stack's resources.</summary>
public interface IStackProgram
{
    /// <summary>Makes the program ready (builds it). Called before previews, updates, refreshes and destroys.</summary>
    /// <exception cref="EngineException">It could not be made ready.</exception>
    Task PrepareAsync(ProgramOutputSink output, CancellationToken cancellationToken);

    /// <summary>Runs the program to its end.</summary>
    /// <exception cref="EngineException">It failed.</exception>
    /// <exception cref="ProgramFailureReportedException">It failed, and the engine service was told why.</exception>
    Task RunAsync(ProgramRun run, ProgramOutputSink output, CancellationToken cancellationToken);
}

/// <summary>Takes a line the program wrote.</summary>
public delegate void ProgramOutputSink(string line, bool isError);

/// <summary>What a program is told about the run it is part of.</summary>
public sealed record ProgramRun
{
    /// <summary>Where the resource monitor listens, <c>host:port</c>.</summary>
    public required string MonitorAddress { get; init; }

    /// <summary>Where the engine service listens, <c>host:port</c>.</summary>
    public required string EngineAddress { get; init; }

    /// <summary>The project's name.</summary>
    public required string Project { get; init; }

    /// <summary>The stack's name.</summary>
    public required string Stack { get; init; }

    /// <summary>The organization's name.</summary>
    public required string Organization { get; init; }

    /// <summary>The project's folder.</summary>
    public required string Folder { get; init; }

    /// <summary>True in a preview.</summary>
    public bool DryRun { get; init; }

    /// <summary>How many resources the program may register at a time.</summary>
    public int Parallel { get; init; }

    /// <summary>The stack's configuration.</summary>
    public StackConfig Config { get; init; } = StackConfig.Empty;

    /// <summary>The variables by which SDKs learn all this.</summary>
    public ImmutableDictionary<string, string> Environment =>
        ImmutableDictionary.CreateRange(
            new Dictionary<string, string>
            {
                ["PULUMI_MONITOR"] = MonitorAddress,
                ["PULUMI_ENGINE"] = EngineAddress,
                ["PULUMI_PROJECT"] = Project,
                ["PULUMI_STACK"] = Stack,
                ["PULUMI_ORGANIZATION"] = Organization,
                ["PULUMI_DRY_RUN"] = DryRun ? "true" : "false",
                ["PULUMI_PARALLEL"] = Parallel.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["PULUMI_PWD"] = Folder,
                ["PULUMI_ROOT_DIRECTORY"] = Folder,
                ["PULUMI_QUERY_MODE"] = "false",
                ["PULUMI_CONFIG"] = ConfigJson(),
                ["PULUMI_CONFIG_SECRET_KEYS"] = SecretKeysJson(),
            }
        );

    /// <summary>Registers the stack itself, which programs without an SDK have to do first.</summary>
    /// <returns>Its URN.</returns>
    public async Task<string> RegisterStackAsync(GrpcChannel monitor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        var registered = await new ResourceMonitor.ResourceMonitorClient(monitor).RegisterResourceAsync(
            new RegisterResourceRequest
            {
                Type = Urn.StackType,
                Name = $"{Project}-{Stack}",
                Object = new Struct(),
            },
            cancellationToken: cancellationToken
        );
        return registered.Urn;
    }

    private string ConfigJson() =>
        new JsonObject(
            Config.Values.Select(static entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value.Text))
        ).ToJsonString(ValueJson.Compact);

    private string SecretKeysJson() =>
        new JsonArray([
            .. Config
                .Values.Where(static entry => entry.Value.IsSecret)
                .Select(static entry => JsonValue.Create(entry.Key)),
        ]).ToJsonString(ValueJson.Compact);
}

/// <summary>A program inside this process.</summary>
public sealed class DelegateProgram(Func<ProgramRun, CancellationToken, Task> program) : IStackProgram
{
    /// <inheritdoc/>
    public Task PrepareAsync(ProgramOutputSink output, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task RunAsync(ProgramRun run, ProgramOutputSink output, CancellationToken cancellationToken) =>
        program(run, cancellationToken);
}
