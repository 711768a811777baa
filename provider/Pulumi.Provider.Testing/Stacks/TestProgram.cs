using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Programs;
using Pulumi.Provider.Testing.Engine.State;
using Dependencies = Pulumi.Provider.Protocol.Messages.RegisterResourceRequest.Types.PropertyDependencies;
using NullValue = Pulumi.Provider.Protocol.Values.NullValue;
using StringValue = Pulumi.Provider.Protocol.Values.StringValue;

namespace Pulumi.Provider.Testing;

/// <summary>
/// A program while it runs: what it declares, in the order in which it does. Each call waits for the engine's answer, so
/// that resources are made at the same time where the program does not await one before the other.
/// </summary>
public sealed class TestProgram
{
    private readonly ProviderDefinition _provider;
    private readonly ResourceMonitor.ResourceMonitorClient _monitor;
    private readonly string _stack;
    private readonly TestPackages _packages;
    private PropertyMap _outputs = PropertyMap.Empty;

    internal TestProgram(
        ProviderDefinition provider,
        IReadOnlyDictionary<string, TestPackage> packages,
        ProgramRun run,
        ResourceMonitor.ResourceMonitorClient monitor,
        string stack,
        CancellationToken cancellationToken
    )
    {
        (_provider, _monitor, _stack) = (provider, monitor, stack);
        _packages = new TestPackages(packages, monitor);
        (IsPreview, CancellationToken) = (run.DryRun, cancellationToken);
    }

    /// <summary>True when nothing is made: ids and outputs of new resources are not known.</summary>
    public bool IsPreview { get; }

    /// <summary>Fires when the engine ends the program.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Declares a resource, or a component, of the provider.</summary>
    /// <param name="type">Its type token.</param>
    /// <param name="name">Its name.</param>
    /// <param name="inputs">The provider's own record of its inputs.</param>
    /// <param name="options">Its options.</param>
    public Task<TestResource> AddAsync<TInputs>(
        string type,
        string name,
        TInputs inputs,
        TestResourceOptions? options = null
    )
        where TInputs : class, IPropertyObject<TInputs>
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return AddAsync(type, name, inputs.Encode(), options);
    }

    /// <summary>Declares a resource, or a component, whose inputs may be secret, not known, or other resources' outputs.</summary>
    /// <param name="type">Its type token.</param>
    /// <param name="name">Its name.</param>
    /// <param name="inputs">Its inputs by wire name, see <see cref="TestInputs"/>.</param>
    /// <param name="options">Its options.</param>
    public Task<TestResource> AddAsync(
        string type,
        string name,
        PropertyMap inputs,
        TestResourceOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var isComponent = _provider.Components.ContainsKey(type) || _packages.IsComponent(type);
        var request = Request(type, name, inputs, options);
        (request.Custom, request.Remote) = (!isComponent, isComponent);
        request.Object = StructCodec.Encode(isComponent ? inputs : inputs.Plain());
        return RegisterAsync(request);
    }

    /// <summary>Declares a component of the program's own, for others to have as parent.</summary>
    public Task<TestResource> GroupAsync(string type, string name, TestResourceOptions? options = null) =>
        RegisterAsync(Request(type, name, PropertyMap.Empty, options));

    /// <summary>Declares an instance of the provider, for resources to be made by.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="config">Its configuration by wire name.</param>
    /// <param name="options">Its options.</param>
    /// <param name="package">The package whose provider it is, where that is not the provider's own.</param>
    public Task<TestResource> ProviderAsync(
        string name,
        PropertyMap config,
        TestResourceOptions? options = null,
        TestPackage? package = null
    )
    {
        ArgumentNullException.ThrowIfNull(config);
        var texts = new PropertyMap(
            config.Select(static entry => KeyValuePair.Create(entry.Key, AsText(entry.Value.Plain())))
        );
        var request = Request(Urn.ProviderType(package?.Name ?? _provider.Name), name, config, options);
        request.Custom = true;
        request.Object = StructCodec.Encode(texts);
        return RegisterAsync(request);
    }

    /// <summary>Looks an existing thing up by its id, without managing it.</summary>
    public async Task<TestResource> GetAsync(string type, string name, string id, TestResourceOptions? options = null)
    {
        var response = await _monitor.ReadResourceAsync(
            new ReadResourceRequest
            {
                Type = type,
                Name = name,
                Id = id,
                Parent = options?.Parent?.Urn ?? _stack,
                Provider = options?.Provider?.Reference ?? "",
                PackageRef = await _packages.ReferenceAsync(type, CancellationToken),
                Properties = new Struct(),
                AcceptSecrets = true,
                AcceptResources = true,
            },
            cancellationToken: CancellationToken
        );
        return new TestResource(response.Urn, id, StructCodec.Decode(response.Properties), IsPreview, hasFailed: false);
    }

    /// <summary>Asks a function.</summary>
    /// <param name="token">Its token.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="provider">Who is asked; the default provider where there is none.</param>
    /// <exception cref="TestFailedException">It refused the arguments.</exception>
    public async Task<TResult> InvokeAsync<TArgs, TResult>(string token, TArgs args, TestResource? provider = null)
        where TArgs : class, IPropertyObject<TArgs>
        where TResult : class, IPropertyObject<TResult>
    {
        ArgumentNullException.ThrowIfNull(args);
        return TResult.Decode(await InvokeAsync(token, args.Encode(), provider));
    }

    /// <inheritdoc cref="InvokeAsync{TArgs, TResult}"/>
    public async Task<PropertyMap> InvokeAsync(string token, PropertyMap args, TestResource? provider = null)
    {
        ArgumentNullException.ThrowIfNull(args);
        var response = await _monitor.InvokeAsync(
            new ResourceInvokeRequest
            {
                Tok = token,
                Args = StructCodec.Encode(args.Plain()),
                Provider = provider?.Reference ?? "",
                PackageRef = await _packages.ReferenceAsync(token, CancellationToken),
                AcceptResources = true,
            },
            cancellationToken: CancellationToken
        );
        return Answer(token, response.Return, response.Failures);
    }

    /// <summary>Calls a method of a resource.</summary>
    /// <param name="token">Its token, <c>pkg:module:Type/method</c>.</param>
    /// <param name="self">The resource.</param>
    /// <param name="args">Its arguments.</param>
    /// <exception cref="TestFailedException">It refused the arguments.</exception>
    public async Task<PropertyMap> CallAsync(string token, TestResource self, PropertyMap args)
    {
        ArgumentNullException.ThrowIfNull(self);
        ArgumentNullException.ThrowIfNull(args);
        var reference = new ResourceReferenceValue(self.Urn, self.Id.Plain());
        var response = await _monitor.CallAsync(
            new ResourceCallRequest
            {
                Tok = token,
                Args = StructCodec.Encode(args.With("__self__", reference)),
                PackageRef = await _packages.ReferenceAsync(token, CancellationToken),
            },
            cancellationToken: CancellationToken
        );
        return Answer(token, response.Return, response.Failures);
    }

    /// <summary>Sets an output of the stack.</summary>
    public void Export(string name, PropertyValue value) => _outputs = _outputs.With(name, value.Plain());

    internal async Task EndAsync()
    {
        if (_outputs.Count > 0)
        {
            await _monitor.RegisterResourceOutputsAsync(
                new RegisterResourceOutputsRequest { Urn = _stack, Outputs = StructCodec.Encode(_outputs) },
                cancellationToken: CancellationToken
            );
        }
    }

    private RegisterResourceRequest Request(string type, string name, PropertyMap inputs, TestResourceOptions? options)
    {
        var request = new RegisterResourceRequest
        {
            Type = type,
            Name = name,
            Parent = _stack,
            Object = new Struct(),
            AcceptSecrets = true,
            AcceptResources = true,
            AliasSpecs = true,
            SupportsPartialValues = true,
            SupportsResultReporting = true,
        };
        foreach (var (property, value) in inputs)
        {
            var sources = new Dependencies();
            sources.Urns.AddRange(value.Sources().Distinct());
            request.PropertyDependencies.Add(property, sources);
        }

        request.Dependencies.AddRange(inputs.Values.SelectMany(Lineage.Sources).Distinct());
        (options ?? TestResourceOptions.None).ApplyTo(request, Urn.PackageOf(type));
        return request;
    }

    private async Task<TestResource> RegisterAsync(RegisterResourceRequest request)
    {
        if (request.PackageRef.Length == 0)
        {
            request.PackageRef = await _packages.ReferenceAsync(request.Type, CancellationToken);
        }

        var response = await _monitor.RegisterResourceAsync(request, cancellationToken: CancellationToken);
        return new TestResource(
            response.Urn,
            response.Id,
            StructCodec.Decode(response.Object),
            IsPreview,
            response.Result == Result.Fail
        );
    }

    private static PropertyMap Answer(string token, Struct? result, RepeatedField<CheckFailure> failures) =>
        failures.Count == 0
            ? StructCodec.Decode(result)
            : throw new TestFailedException(
                $"{token} refused its arguments: "
                    + string.Join("; ", failures.Select(static it => $"{it.Property}: {it.Reason}"))
            );

    // Configuration travels as text.
    private static PropertyValue AsText(PropertyValue value) =>
        value switch
        {
            SecretValue secret => AsText(secret.Value).AsSecret(),
            StringValue or UnknownValue or NullValue => value,
            _ => ValueJson.Reveal(value),
        };
}
