using System.Collections.Immutable;
using Pulumi.Provider.Model.Components;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Migrations;
using Pulumi.Provider.Model.Parameters;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Model.Schema;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Operations;

/// <summary>A provider: what it is called, how it is configured, what it manages.</summary>
public abstract class ProviderDefinition
{
    private protected readonly Dictionary<string, ResourceDefinition> ResourcesByToken = new(StringComparer.Ordinal);
    private protected readonly Dictionary<string, ListDefinition> ListsByToken = new(StringComparer.Ordinal);
    private protected readonly Dictionary<string, ComponentDefinition> ComponentsByToken = new(StringComparer.Ordinal);
    private protected readonly Dictionary<string, FunctionDefinition> FunctionsByToken = new(StringComparer.Ordinal);

    private protected readonly Dictionary<string, MethodDefinition> MethodsByToken = new(StringComparer.Ordinal);

    private protected ProviderDefinition(string name, string version, ObjectModel config) =>
        (Name, Version, Config) = (name, version, config);

    /// <summary>The package name.</summary>
    public string Name { get; }

    /// <summary>The version, without a v.</summary>
    public string Version { get; }

    /// <summary>The configuration.</summary>
    public ObjectModel Config { get; }

    /// <summary>The resources by token.</summary>
    public IReadOnlyDictionary<string, ResourceDefinition> Resources => ResourcesByToken;

    /// <summary>The resource of that token, which may be one that it had before; null where there is none.</summary>
    public ResourceDefinition? FindResource(string token) =>
        ResourcesByToken.GetValueOrDefault(token)
        ?? ResourcesByToken.Values.FirstOrDefault(resource => resource.Inputs.FormerTokens.Contains(token));

    /// <summary>The component of that token, which may be one that it had before; null where there is none.</summary>
    public ComponentDefinition? FindComponent(string token) =>
        ComponentsByToken.GetValueOrDefault(token)
        ?? ComponentsByToken.Values.FirstOrDefault(component => component.Inputs.FormerTokens.Contains(token));

    /// <summary>The components by token.</summary>
    public IReadOnlyDictionary<string, ComponentDefinition> Components => ComponentsByToken;

    /// <summary>True when names can be made for any of them.</summary>
    public bool NamesResources => Resources.Values.Any(static resource => resource.CanBeNamed);

    /// <summary>How resources are listed, by the token of those that can be.</summary>
    public IReadOnlyDictionary<string, ListDefinition> Lists => ListsByToken;

    /// <summary>The functions by token.</summary>
    public IReadOnlyDictionary<string, FunctionDefinition> Functions => FunctionsByToken;

    /// <summary>How packages are made of it; null where it is one package only.</summary>
    public ParameterDefinition? Parameter { get; private protected set; }

    /// <summary>The methods of resources and components by the token of the function that each is.</summary>
    public IReadOnlyDictionary<string, MethodDefinition> Methods => MethodsByToken;

    /// <summary>
    /// Where each feature exists that declarations name: <c>Huawei Cloud and Open Telekom Cloud</c>, in words that go on
    /// from "it exists on" and "only on".
    /// </summary>
    public IReadOnlyDictionary<string, string> Features { get; init; } = new Dictionary<string, string>();

    /// <summary>What the package says of itself in its schema; the build asks for it, the engine never.</summary>
    public PackageInfo? Package { get; init; }

    /// <summary>Reads the package schema; called only when the engine asks for it.</summary>
    public Func<string> Schema { get; init; } = static () => "{}";

    /// <summary>
    /// What converters from Terraform are told, one for each of its providers that this one takes the place of; read only
    /// when asked for. The first answers who names none.
    /// </summary>
    public IReadOnlyList<TerraformMapping> TerraformMappings { get; init; } = [];

    /// <summary>Names of the activity sources whose spans go to the engine's collector, besides those of the calls themselves.</summary>
    public IReadOnlyList<string> TraceSources { get; init; } = [];

    /// <summary>Turns an exception of the provider's own libraries into one that says what kind of failure it is, or null.</summary>
    public Func<Exception, OperationException?> Explain { get; init; } = static _ => null;

    /// <summary>Opens a session from checked configuration, all values native.</summary>
    public abstract object Configure(PropertyMap config, IEngineLog log);

    /// <summary>Makes sure that a session can begin, where that takes more than its configuration.</summary>
    /// <param name="session">What <see cref="Configure"/> made.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationException">It cannot.</exception>
    public abstract Task ReadyAsync(object session, CancellationToken cancellationToken);

    /// <summary>Where a configuration leads, as far as that can be told; whatever is in it.</summary>
    /// <param name="config">The configuration, unknowns and wrong values included: they tell nothing.</param>
    /// <param name="unknown">Names of keys that may be set although they are not in it.</param>
    public abstract Place PlaceOf(PropertyMap config, params IEnumerable<string> unknown);

    private protected static void Declare<T>(Dictionary<string, T> declared, string token, T definition)
    {
        if (!declared.TryAdd(token, definition))
        {
            throw new ArgumentException($"'{token}' is declared twice: each token is of one thing", nameof(token));
        }
    }
}

/// <summary>A provider with typed configuration and a session that its resources share.</summary>
/// <param name="name">The package name.</param>
/// <param name="version">The version, without a v.</param>
/// <param name="open">Makes the session; does not touch the network.</param>
public sealed class ProviderDefinition<TConfig, TSession>(
    string name,
    string version,
    Func<TConfig, IEngineLog, TSession> open
) : ProviderDefinition(name, version, TConfig.Model)
    where TConfig : class, IPropertyObject<TConfig>
    where TSession : class
{
    /// <summary>Adds a resource.</summary>
    /// <param name="token">Its type token, <c>pkg:module:Type</c>.</param>
    /// <param name="resource">Makes the resource's code for a session.</param>
    /// <param name="migrations">How what older versions stored of it is brought to the shape of today; null where it fits.</param>
    public ProviderDefinition<TConfig, TSession> Resource<TInputs, TState>(
        string token,
        Func<TSession, IResource<TInputs, TState>> resource,
        ResourceMigrations? migrations = null
    )
        where TInputs : class, IPropertyObject<TInputs>
        where TState : class, IPropertyObject<TState> =>
        Add(token, new RecordCodec<TInputs>(), new RecordCodec<TState>(), resource, migrations);

    /// <summary>Adds a resource whose properties only the running provider knows.</summary>
    /// <param name="token">Its type token, <c>pkg:module:Type</c>.</param>
    /// <param name="inputs">Its inputs; their description is the resource's.</param>
    /// <param name="state">Its outputs: each of the inputs by the same name, and what else there is.</param>
    /// <param name="resource">Makes the resource's code for a session; it is given, and gives, what is declared.</param>
    /// <param name="migrations">How what older versions stored of it is brought to the shape of today; null where it fits.</param>
    /// <exception cref="ArgumentException">An input is no output, or a property has a name that is Pulumi's.</exception>
    public ProviderDefinition<TConfig, TSession> Resource(
        string token,
        ObjectModel inputs,
        ObjectModel state,
        Func<TSession, IResource<PropertyMap, PropertyMap>> resource,
        ResourceMigrations? migrations = null
    )
    {
        GivenModels.Verify(token, inputs, state);
        return Add(token, new MapCodec(token, inputs), new MapCodec(token, state), resource, migrations);
    }

    /// <summary>Lets a resource be listed.</summary>
    /// <param name="token">The token of a resource added before.</param>
    /// <param name="resource">Makes the resource's code for a session.</param>
    /// <exception cref="ArgumentException">There is no such resource.</exception>
    public ProviderDefinition<TConfig, TSession> Listable<TQuery>(
        string token,
        Func<TSession, IListableResource<TQuery>> resource
    )
        where TQuery : class, IPropertyObject<TQuery>
    {
        if (!ResourcesByToken.ContainsKey(token))
        {
            throw new ArgumentException($"there is no resource '{token}' to list", nameof(token));
        }

        Declare(ListsByToken, token, new ListDefinition<TQuery, TSession>(Features, resource));
        return this;
    }

    /// <summary>Adds a component.</summary>
    /// <param name="token">Its type token, <c>pkg:module:Type</c>.</param>
    /// <param name="component">Makes the component's code for a session.</param>
    public ProviderDefinition<TConfig, TSession> Component<TInputs, TOutputs>(
        string token,
        Func<TSession, IComponent<TInputs, TOutputs>> component
    )
        where TInputs : class, IPropertyObject<TInputs>
        where TOutputs : class, IPropertyObject<TOutputs>
    {
        Declare(ComponentsByToken, token, new ComponentDefinition<TInputs, TOutputs, TSession>(Features, component));
        return this;
    }

    /// <summary>Adds a function.</summary>
    /// <param name="token">Its token, <c>pkg:module:getThing</c>.</param>
    /// <param name="function">Makes the function's code for a session.</param>
    public ProviderDefinition<TConfig, TSession> Function<TArgs, TResult>(
        string token,
        Func<TSession, IFunction<TArgs, TResult>> function
    )
        where TArgs : class, IPropertyObject<TArgs>
        where TResult : class, IPropertyObject<TResult> =>
        Add(token, new RecordCodec<TArgs>(), new RecordCodec<TResult>(), function);

    /// <summary>Adds a function whose arguments and result only the running provider knows.</summary>
    /// <param name="token">Its token, <c>pkg:module:getThing</c>.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="result">Its result; the description is the function's.</param>
    /// <param name="function">Makes the function's code for a session; it is given, and gives, what is declared.</param>
    public ProviderDefinition<TConfig, TSession> Function(
        string token,
        ObjectModel args,
        ObjectModel result,
        Func<TSession, IFunction<PropertyMap, PropertyMap>> function
    ) => Add(token, new MapCodec(token, args), new MapCodec(token, result), function);

    /// <summary>Adds a method to a resource or component.</summary>
    /// <param name="token">The type token of what it is called on, which was added before.</param>
    /// <param name="name">Its name, in camel case.</param>
    /// <param name="method">Makes the method's code for a session.</param>
    /// <exception cref="ArgumentException">There is no such resource or component.</exception>
    public ProviderDefinition<TConfig, TSession> Method<TArgs, TResult>(
        string token,
        string name,
        Func<TSession, IMethod<TArgs, TResult>> method
    )
        where TArgs : class, IPropertyObject<TArgs>
        where TResult : class, IPropertyObject<TResult>
    {
        if (!ResourcesByToken.ContainsKey(token) && !ComponentsByToken.ContainsKey(token))
        {
            throw new ArgumentException($"there is no resource '{token}' to call '{name}' on", nameof(token));
        }

        var definition = new MethodDefinition<TArgs, TResult, TSession>(token, name, Features, method);
        Declare(MethodsByToken, definition.Token, definition);
        return this;
    }

    /// <summary>
    /// Lets packages be made of the provider, one for each value of a parameter: <c>pulumi package add acme -- --tenant blue</c>.
    /// A property <c>TenantName</c> is the argument <c>--tenant-name</c>; what may be given is checked, completed by defaults and
    /// environment variables, and described as configuration is. SDKs and states keep the parameter as JSON, in plain.
    /// </summary>
    /// <param name="package">
    /// Makes the package: its name, which all of its tokens begin with, its version, and what is in it. The same parameter makes
    /// the same package, in every run and without the network. Its schema is written from its declarations; where it has no
    /// <see cref="ProviderDefinition.Package"/>, that of this one.
    /// </param>
    /// <param name="resolve">
    /// Completes what was given by what only the network tells, such as a catalog, once, when the package is added: what it
    /// returns is the parameter from then on.
    /// </param>
    /// <exception cref="ArgumentException">The parameter has a secret.</exception>
    /// <exception cref="InvalidOperationException">There is a parameter already.</exception>
    public ProviderDefinition<TConfig, TSession> Parameterized<TParameter>(
        Func<TParameter, ProviderDefinition> package,
        Func<TParameter, CancellationToken, Task<TParameter>>? resolve = null
    )
        where TParameter : class, IPropertyObject<TParameter>
    {
        if (Parameter is not null)
        {
            throw new InvalidOperationException($"'{Name}' has a parameter already");
        }

        SubPackageRules.Verify(TParameter.Model);
        Parameter = new ParameterDefinition<TParameter>(this, package, resolve);
        return this;
    }

    /// <summary>
    /// Tells where a configuration leads; is given, too, which keys are not known, being absent from it. Without this, each
    /// key marked <see cref="ReplaceOnChangeAttribute"/> is a part of the place.
    /// </summary>
    public Func<TConfig, IReadOnlySet<string>, Place>? Locate { get; init; }

    /// <summary>Makes sure that a session can begin; may ask the cloud. Without this it can.</summary>
    public Func<TSession, CancellationToken, Task>? Ready { get; init; }

    /// <inheritdoc/>
    public override Task ReadyAsync(object session, CancellationToken cancellationToken) =>
        Ready?.Invoke((TSession)session, cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc/>
    public override object Configure(PropertyMap config, IEngineLog log) => open(TConfig.Decode(config), log);

    /// <inheritdoc/>
    public override Place PlaceOf(PropertyMap config, params IEnumerable<string> unknown)
    {
        var (known, problems) = Configuration.Check(Config, Configuration.Declared(Config, config));
        var open = unknown
            .Concat(known.Where(static entry => entry.Value.ContainsUnknowns).Select(static entry => entry.Key))
            .Concat(problems.Select(static problem => problem.Path.Head).OfType<string>())
            .ToHashSet(StringComparer.Ordinal);
        known = new(known.Where(entry => entry.Value.Unwrapped is not NullValue && !open.Contains(entry.Key)));
        return Config.Properties.Any(property => property.Required && known.Find(property.Name) is null) ? Place.Untold
            : Locate is { } locate ? locate(TConfig.Decode(known), open)
            : KeysThemselves(known);
    }

    private ProviderDefinition<TConfig, TSession> Add<TInputs, TState>(
        string token,
        Codec<TInputs> inputs,
        Codec<TState> state,
        Func<TSession, IResource<TInputs, TState>> resource,
        ResourceMigrations? migrations
    )
        where TInputs : class
        where TState : class
    {
        Declare(
            ResourcesByToken,
            token,
            new TypedResourceDefinition<TInputs, TState, TSession>(
                token,
                Features,
                inputs,
                state,
                resource,
                $"{Name} {Version}",
                migrations
            )
        );
        return this;
    }

    private ProviderDefinition<TConfig, TSession> Add<TArgs, TResult>(
        string token,
        Codec<TArgs> args,
        Codec<TResult> result,
        Func<TSession, IFunction<TArgs, TResult>> function
    )
        where TArgs : class
        where TResult : class
    {
        Declare(
            FunctionsByToken,
            token,
            new FunctionDefinition<TArgs, TResult, TSession>(token, Features, args, result, function)
        );
        return this;
    }

    private Place KeysThemselves(PropertyMap known) =>
        new(
            Config
                .Properties.Where(property => property.ReplaceOnChange && known.Find(property.Name) is not null)
                .ToImmutableDictionary(
                    static property => property.Name,
                    property =>
                        known.Find(property.Name)!.Unwrapped switch
                        {
                            StringValue { Value: var text } => property.CanonicalForm?.Canonical(text) ?? text,
                            var value => value.ToString()!,
                        }
                )
        );
}
