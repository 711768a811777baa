namespace Pulumi;

/// <summary>The run that the current code is part of.</summary>
public sealed class DeploymentInstance
{
    private static readonly AsyncLocal<DeploymentInstance?> Ambient = new();

    private Stack? _stack;

    internal DeploymentInstance(DeploymentSettings settings, IMonitor monitor, EngineLog log)
    {
        Settings = settings;
        Monitor = monitor;
        EngineLog = log;
        Registrations = new Registrations(this);
        Invocations = new Invocations(this);
        Methods = new MethodCalls(this);
        Packages = new PackageReferences(this);
    }

    /// <summary>The name of the stack.</summary>
    public string StackName => Settings.Stack;

    /// <summary>The name of the project.</summary>
    public string ProjectName => Settings.Project;

    /// <summary>The folder of Pulumi.yaml.</summary>
    public string RootDirectory => Settings.RootDirectory;

    /// <summary>The organization the stack belongs to.</summary>
    public string OrganizationName => Settings.Organization;

    /// <summary>True in a preview.</summary>
    public bool IsDryRun => Settings.IsDryRun;

    internal static DeploymentInstance? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    internal DeploymentSettings Settings { get; }

    internal IMonitor Monitor { get; }

    internal EngineLog EngineLog { get; }

    internal TaskTracker Tasks { get; } = new();

    internal Registrations Registrations { get; }

    internal Invocations Invocations { get; }

    internal MethodCalls Methods { get; }

    internal PackageReferences Packages { get; }

    internal Stack? Stack
    {
        get => _stack;
        set => _stack = _stack is null ? value : throw new RunException("A program can have only one stack.");
    }

    /// <summary>Calls a function of a provider; unknown while an argument is.</summary>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        Invoke<T>(token, args, options, registerPackageRequest: null);

    /// <summary>The same of a package that the engine is told of.</summary>
    public Output<T> Invoke<T>(
        string token,
        InvokeArgs args,
        InvokeOptions? options,
        RegisterPackageRequest? registerPackageRequest
    ) => Invocations.Start<T>(token, args, options, registerPackageRequest, single: false);

    /// <summary>Calls a function of a provider once the resources of the options are there.</summary>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options) =>
        Invoke<T>(token, args, options, registerPackageRequest: null);

    /// <summary>The same of a package that the engine is told of.</summary>
    public Output<T> Invoke<T>(
        string token,
        InvokeArgs args,
        InvokeOutputOptions options,
        RegisterPackageRequest? registerPackageRequest
    ) => Invocations.Start<T>(token, args, options, registerPackageRequest, single: false);

    /// <summary>Calls a function whose result is one value instead of an object.</summary>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        InvokeSingle<T>(token, args, options, registerPackageRequest: null);

    /// <summary>The same of a package that the engine is told of.</summary>
    public Output<T> InvokeSingle<T>(
        string token,
        InvokeArgs args,
        InvokeOptions? options,
        RegisterPackageRequest? registerPackageRequest
    ) => Invocations.Start<T>(token, args, options, registerPackageRequest, single: true);

    /// <summary>Calls a function whose result is one value, once the resources of the options are there.</summary>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options) =>
        InvokeSingle<T>(token, args, options, registerPackageRequest: null);

    /// <summary>The same of a package that the engine is told of.</summary>
    public Output<T> InvokeSingle<T>(
        string token,
        InvokeArgs args,
        InvokeOutputOptions options,
        RegisterPackageRequest? registerPackageRequest
    ) => Invocations.Start<T>(token, args, options, registerPackageRequest, single: true);

    /// <summary>Calls a method of a resource; in previews, too, whatever is known of its arguments.</summary>
    public Output<T> Call<T>(string token, CallArgs args, Resource? self = null, CallOptions? options = null) =>
        Call<T>(token, args, self, options, registerPackageRequest: null);

    /// <summary>The same of a package that the engine is told of.</summary>
    public Output<T> Call<T>(
        string token,
        CallArgs args,
        Resource? self,
        CallOptions? options,
        RegisterPackageRequest? registerPackageRequest
    ) => Methods.Start<T>(token, args, self, options, registerPackageRequest);

    /// <summary>Calls a method of a resource for its effect.</summary>
    public void Call(string token, CallArgs args, Resource? self = null, CallOptions? options = null) =>
        Call(token, args, self, options, registerPackageRequest: null);

    /// <summary>The same of a package that the engine is told of.</summary>
    public void Call(
        string token,
        CallArgs args,
        Resource? self,
        CallOptions? options,
        RegisterPackageRequest? registerPackageRequest
    ) => Methods.Start<object?>(token, args, self, options, registerPackageRequest);

    /// <summary>Calls a function with plain arguments and waits for its plain result.</summary>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        InvokeAsync<T>(token, args, options, registerPackageRequest: null);

    /// <summary>The same of a package that the engine is told of.</summary>
    public Task<T> InvokeAsync<T>(
        string token,
        InvokeArgs args,
        InvokeOptions? options,
        RegisterPackageRequest? registerPackageRequest
    ) => Invocations.CallAsync<T>(token, args, options, registerPackageRequest, single: false);

    /// <summary>Calls a function for its effect.</summary>
    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null) =>
        InvokeAsync<object>(token, args, options);

    /// <summary>The same of a package that the engine is told of.</summary>
    public Task InvokeAsync(
        string token,
        InvokeArgs args,
        InvokeOptions? options,
        RegisterPackageRequest? registerPackageRequest
    ) => InvokeAsync<object>(token, args, options, registerPackageRequest);

    /// <summary>Calls a function with plain arguments whose result is one value.</summary>
    public Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        InvokeSingleAsync<T>(token, args, options, registerPackageRequest: null);

    /// <summary>The same of a package that the engine is told of.</summary>
    public Task<T> InvokeSingleAsync<T>(
        string token,
        InvokeArgs args,
        InvokeOptions? options,
        RegisterPackageRequest? registerPackageRequest
    ) => Invocations.CallAsync<T>(token, args, options, registerPackageRequest, single: true);
}
