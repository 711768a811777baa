using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using Benchmarks.Report;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Operations;
using Pulumi.Provider.Testing.Engine.Programs;
using Pulumi.Provider.Testing.Engine.State;
using Vpcep.Emulator;

namespace Benchmarks.Sections;

/// <summary>A whole stack as an engine sees it: what a preview and an update with nothing to do cost.</summary>
internal static class Stack
{
    private const int Size = 1_000;
    private static readonly TimeSpan Transition = TimeSpan.FromSeconds(1);

    public static async Task<Section> RunAsync(Setting setting)
    {
        await using var cloud = await EmulatorServer.StartAsync(new EmulatorOptions { Delay = Transition });
        var service = cloud.Cloud.CreateService(Account.Default).Id;
        var folder = Directory.CreateTempSubdirectory("vpcep-bench-").FullName;
        var problems = new ConcurrentQueue<string>();
        try
        {
            using var stop = new StopSignals();
            var workspace = Workspace(setting, cloud, service, folder, problems);
            var preview = await TimeAsync(() => workspace.PreviewAsync(stop));
            var up = await TimeAsync(() => workspace.UpAsync(stop));
            var noop = await TimeAsync(() => workspace.UpAsync(stop));
            return new Section(
                "A stack of 1000 endpoints",
                "This repository's local engine with the native plugin as its process, 256 steps at a time; plugin, engine, program and emulator share the machine.",
                [
                    Told("preview of 1000 creates", preview, up),
                    Told("up", up, null),
                    Told("up with nothing to do", noop, up),
                ],
                new Dictionary<string, string>()
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        async Task<(TimeSpan Took, int Calls)> TimeAsync(Func<Task<OperationEnded>> run)
        {
            var calls = cloud.Calls.All.Count;
            var begun = Stopwatch.GetTimestamp();
            var ended = await run();
            return ended.Outcome == RunOutcome.Succeeded
                ? (Stopwatch.GetElapsedTime(begun), cloud.Calls.All.Count - calls)
                : throw new InvalidOperationException(string.Join('\n', problems.Take(10).Prepend($"{ended.Outcome}")));
        }
    }

    private static Row Told(string what, (TimeSpan Took, int Calls) run, (TimeSpan Took, int Calls)? whole) =>
        new(
            what,
            $"{run.Took.TotalSeconds:F1} s, {run.Calls} calls to the cloud",
            whole is { } up ? $"up: {up.Took.TotalSeconds:F1} s" : "",
            whole is { } all ? run.Took / all.Took : null
        );

    private static LocalWorkspace Workspace(
        Setting setting,
        EmulatorServer cloud,
        string service,
        string folder,
        ConcurrentQueue<string> problems
    ) =>
        new(
            new WorkspaceOptions
            {
                Project = "bench",
                Stack = "dev",
                Folder = folder,
                StateFolder = Path.Combine(folder, "state"),
                Program = new DelegateProgram((run, token) => ProgramAsync(run, service, token)),
                PluginPaths = ImmutableDictionary<string, string>.Empty.Add(
                    "vpcep",
                    Path.GetDirectoryName(Path.GetFullPath(setting.Native))!
                ),
                Environment = LocalWorkspace
                    .ProcessEnvironment()
                    .SetItem("PULUMI_HOME", folder)
                    .SetItem("VPCEP_ENDPOINT", cloud.Url.ToString())
                    .SetItem("VPCEP_REQUESTS_PER_SECOND", "1000")
                    .SetItem("VPCEP_MAX_CONCURRENT_REQUESTS", "64")
                    .SetItem("HW_PROJECT_ID", Account.Default.ProjectId)
                    .SetItem("HW_ACCESS_KEY", Account.Default.AccessKey!)
                    .SetItem("HW_SECRET_KEY", Account.Default.SecretKey!),
                Passphrase = new Passphrase("bench"),
                Parallel = 256,
            },
            happened =>
            {
                if (happened is Diagnostic { Severity: LogSeverity.Error } problem)
                {
                    problems.Enqueue(problem.Message);
                }
            }
        );

    private static async Task ProgramAsync(ProgramRun run, string service, CancellationToken cancellationToken)
    {
        using var monitor = LoopbackChannel.Open(run.MonitorAddress);
        var stack = await run.RegisterStackAsync(monitor, cancellationToken);
        await Task.WhenAll(
            Enumerable
                .Range(0, Size)
                .Select(number =>
                    new ResourceMonitor.ResourceMonitorClient(monitor)
                        .RegisterResourceAsync(
                            new RegisterResourceRequest
                            {
                                Type = Requests.Type,
                                Name = $"endpoint-{number}",
                                Parent = stack,
                                Custom = true,
                                AcceptSecrets = true,
                                AcceptResources = true,
                                SupportsResultReporting = true,
                                Object = StructCodec.Encode(Requests.Inputs.With("endpointServiceId", service)),
                            },
                            cancellationToken: cancellationToken
                        )
                        .ResponseAsync
                )
        );
    }
}
