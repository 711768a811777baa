using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Grpc.Core;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Runs a program to its end and tells the engine how it went.</summary>
internal static class ProgramRunner
{
    private const int Success = 0;

    /// <summary>The program logged an error itself and went on.</summary>
    private const int ErrorsLogged = 1;

    /// <summary>Tells the language host that the user has been shown what went wrong.</summary>
    private const int FailureReported = 32;

    internal static async Task<int> RunAsync(DeploymentSettings settings, Func<Task> program)
    {
        using var monitor = new MonitorClient(settings);
        using var engine = LoopbackChannel.Open(settings.Engine);
        var log = new EngineLog(message => new Engine.EngineClient(engine).LogAsync(message).ResponseAsync);
        var deployment = new DeploymentInstance(settings, monitor, log);
        var failure = await ExecuteAsync(deployment, program);
        failure ??= await CatchAsync(monitor.SignalAndWaitForShutdownAsync);
        if (failure is not null)
        {
            Report(log, failure);
        }

        await log.FlushAsync();
        return failure is not null ? FailureReported
            : log.HasErrors ? ErrorsLogged
            : Success;
    }

    /// <summary>Runs a program against mocks.</summary>
    /// <returns>Its resources, in the order in which they were registered.</returns>
    /// <exception cref="RunException">The program failed, or logged an error.</exception>
    internal static async Task<ImmutableArray<Resource>> TestAsync(
        IMocks mocks,
        DeploymentSettings settings,
        Func<Task> program
    )
    {
        var errors = new ConcurrentQueue<string>();
        var monitor = new MockMonitor(mocks, settings);
        var log = new EngineLog(message =>
        {
            if (message.Severity == LogSeverity.Error)
            {
                errors.Enqueue(message.Message);
            }

            return Task.CompletedTask;
        });
        if (await ExecuteAsync(new DeploymentInstance(settings, monitor, log), program) is { } failure)
        {
            Report(log, failure);
        }

        await log.FlushAsync();
        return errors.IsEmpty ? monitor.Resources : throw new RunException(string.Join('\n', errors));
    }

    /// <summary>A program of one function, whose result are the stack's outputs.</summary>
    internal static Task Inline(Func<Task<IDictionary<string, object?>>> func, StackOptions? options)
    {
        var stack = new Stack(options);
        var outputs = func();
        stack.CompleteWith(Output.Create(outputs));
        return outputs;
    }

    /// <summary>A program of one class, whose properties are the stack's outputs.</summary>
    internal static Func<Task> Declared(Func<Stack> make) =>
        () =>
        {
            var stack = make();
            stack.CompleteWith(Output.Create(stack.CollectOutputs()));
            return Task.CompletedTask;
        };

    private static async Task<Exception?> ExecuteAsync(DeploymentInstance deployment, Func<Task> program)
    {
        DeploymentInstance.Current = deployment;

        // The gate makes sure that the program is tracked before it can be done, and that what it throws at once is
        // a failed task like any other.
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        deployment.Tasks.Track(AfterGateAsync());
        gate.SetResult();
        return await deployment.Tasks.WhenDoneAsync();

        async Task AfterGateAsync()
        {
            await gate.Task;
            await program();
        }
    }

    private static async Task<Exception?> CatchAsync(Func<Task> call)
    {
        try
        {
            await call();
            return null;
        }
        catch (RpcException error)
        {
            return error;
        }
    }

    private static void Report(EngineLog log, Exception failure)
    {
        switch (failure)
        {
            case LogException:
                Console.Error.WriteLine($"error: {failure.InnerException?.Message}");
                break;
            case RpcException { StatusCode: StatusCode.Unavailable or StatusCode.Cancelled } closed:
                // The engine ends a deployment by going away, and has told the user why.
                Console.Error.WriteLine($"the engine ended the deployment ({closed.Status.Detail})");
                break;
            case RunException:
                log.Write(Severity.Error, failure.Message, null);
                break;
            case ResourceException { HideStack: true } known:
                log.Write(Severity.Error, known.Message, Registered(known.Resource));
                break;
            case ResourceException known:
                log.Write(Severity.Error, known.ToString(), Registered(known.Resource));
                break;
            default:
                var program = Assembly.GetEntryAssembly()?.Location;
                log.Write(
                    Severity.Error,
                    $"Running program '{program}' failed with an unhandled exception:\n{failure}",
                    null
                );
                break;
        }
    }

    // A resource still waiting for its URN may wait forever once the deployment has failed.
    private static Resource? Registered(Resource? resource) =>
        resource is { Urn.DataTask.IsCompletedSuccessfully: true } ? resource : null;
}
