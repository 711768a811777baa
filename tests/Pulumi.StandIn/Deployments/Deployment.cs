using System.Collections.Immutable;
using Pulumi.Testing;

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
        where TStack : Stack => ProgramRunner.RunAsync(Settings(), Served<TStack>(serviceProvider));

    /// <summary>Runs a stack class against mocks.</summary>
    /// <returns>Its resources.</returns>
    /// <exception cref="RunException">The program failed.</exception>
    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new() =>
        ProgramRunner.TestAsync(mocks, Settings(options), ProgramRunner.Declared(static () => new TStack()));

    /// <summary>Runs a stack class that the services make against mocks.</summary>
    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks,
        IServiceProvider serviceProvider,
        TestOptions? options = null
    )
        where TStack : Stack => ProgramRunner.TestAsync(mocks, Settings(options), Served<TStack>(serviceProvider));

    /// <summary>Runs a program against mocks.</summary>
    public static Task<ImmutableArray<Resource>> TestAsync(
        IMocks testMocks,
        TestOptions testOptions,
        Action createResources
    ) =>
        TestAsync(
            testMocks,
            testOptions,
            () =>
            {
                createResources();
                return Task.CompletedTask;
            }
        );

    /// <summary>Runs an asynchronous program against mocks.</summary>
    public static async Task<ImmutableArray<Resource>> TestAsync(
        IMocks testMocks,
        TestOptions testOptions,
        Func<Task> createResources
    )
    {
        var (resources, _) = await TestAsync(
            testMocks,
            testOptions,
            async () =>
            {
                await createResources();
                return ImmutableDictionary<string, object?>.Empty;
            }
        );
        return resources;
    }

    /// <summary>Runs a program that returns its stack outputs against mocks.</summary>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks,
        TestOptions testOptions,
        Func<IDictionary<string, object?>> createResources
    ) => TestAsync(testMocks, testOptions, () => Task.FromResult(createResources()));

    /// <summary>Runs an asynchronous program that returns its stack outputs against mocks.</summary>
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks,
        TestOptions testOptions,
        Func<Task<IDictionary<string, object?>>> createResources
    )
    {
        IDictionary<string, object?> outputs = ImmutableDictionary<string, object?>.Empty;
        var resources = await ProgramRunner.TestAsync(
            testMocks,
            Settings(testOptions),
            () => ProgramRunner.Inline(async () => outputs = await createResources(), null)
        );
        return (resources, outputs);
    }

    private static Func<Task> Served<TStack>(IServiceProvider services)
        where TStack : Stack =>
        ProgramRunner.Declared(() =>
            services.GetService(typeof(TStack)) as TStack
            ?? throw new RunException($"The service provider has no {typeof(TStack)}.")
        );

    private static DeploymentSettings Settings(TestOptions? options) =>
        DeploymentSettings.OfTest(options ?? new TestOptions(), Environment.GetEnvironmentVariable);

    private static DeploymentSettings Settings() =>
        DeploymentSettings.FromEnvironment(Environment.GetEnvironmentVariable);
}
