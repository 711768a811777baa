using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Runs a program under the engine that started it.</summary>
public sealed class Deployment
{
    private Deployment() { }

    /// <summary>The run that the current code is part of.</summary>
    /// <exception cref="InvalidOperationException">The code is not part of a run.</exception>
    public static DeploymentInstance Instance =>
        DeploymentInstance.Current
        ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    /// <summary>Runs a program that has no stack outputs.</summary>
    public static Task<int> RunAsync(Action action) =>
        RunAsync(() =>
        {
            action();
            return ImmutableDictionary<string, object?>.Empty;
        });

    /// <summary>Runs a program that returns its stack outputs.</summary>
    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) =>
        RunAsync(() => Task.FromResult(func()));

    /// <summary>Runs an asynchronous program that has no stack outputs.</summary>
    public static Task<int> RunAsync(Func<Task> func) =>
        RunAsync(async () =>
        {
            await func();
            return ImmutableDictionary<string, object?>.Empty;
        });

    /// <summary>Runs an asynchronous program that returns its stack outputs.</summary>
    /// <returns>The exit code: 0 success, 1 after logged errors, 32 after a failure that was reported.</returns>
    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) =>
        ProgramRunner.RunAsync(Settings(), () => ProgramRunner.Inline(func, options));

    /// <summary>Runs a program written as a stack class.</summary>
    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new() => ProgramRunner.RunAsync(Settings(), ProgramRunner.Declared(() => new TStack()));

    /// <summary>Runs a program written as a stack class that the services make.</summary>
    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack =>
        ProgramRunner.RunAsync(
            Settings(),
            ProgramRunner.Declared(() =>
                serviceProvider.GetService(typeof(TStack)) as TStack
                ?? throw new RunException($"The service provider has no {typeof(TStack)}.")
            )
        );

    private static DeploymentSettings Settings() =>
        DeploymentSettings.FromEnvironment(Environment.GetEnvironmentVariable);
}
