using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Plugins;
using Pulumi.Provider.Testing.Engine.State;
using StringValue = Pulumi.Provider.Protocol.Values.StringValue;

namespace Pulumi.Provider.Testing.Engine.Providers;

/// <summary>One configured provider: a plugin process and what it said it can do.</summary>
internal sealed class ProviderInstance(PluginConnection plugin, ProviderHandshakeResponse? handshake)
{
    private bool _acceptsSecrets = handshake?.AcceptSecrets ?? false;
    private bool _acceptsResources = handshake?.AcceptResources ?? false;
    private bool _acceptsOutputs = handshake?.AcceptOutputs ?? false;

    /// <summary>The plugin behind it.</summary>
    public PluginConnection Plugin => plugin;

    /// <summary>True once Configure answered; false when its config holds unknowns (previews only).</summary>
    public bool IsConfigured { get; private set; }

    /// <summary>Why Configure refused, or null; told at the first resource that needs this provider.</summary>
    public Exception? Refusal { get; set; }

    /// <summary>True when Create and Update may be called in previews.</summary>
    public bool SupportsPreview { get; private set; }

    private WireRules Rules => new(_acceptsSecrets, _acceptsResources);

    /// <summary>Has it serve a package that a parameter makes of it.</summary>
    /// <exception cref="EngineException">It makes another one.</exception>
    public async Task ParameterizeAsync(PackageParameter package, CancellationToken cancellationToken)
    {
        var response = await plugin.Client.ParameterizeAsync(
            new ParameterizeRequest
            {
                Value = new ParameterizeRequest.Types.ParametersValue
                {
                    Name = package.Name,
                    Version = package.Version,
                    Value = package.Value,
                },
            },
            cancellationToken: cancellationToken
        );
        if (response.Name != package.Name)
        {
            throw new EngineException(
                $"parameterize response name \"{response.Name}\" does not match expected package \"{package.Name}\""
            );
        }
    }

    /// <summary>Validates config; secrets go in clear, as every engine sends them here.</summary>
    public async Task<(PropertyMap Inputs, IReadOnlyList<CheckFailure> Failures)> CheckConfigAsync(
        string urn,
        PropertyMap olds,
        PropertyMap news,
        CancellationToken cancellationToken
    )
    {
        var request = new CheckRequest
        {
            Urn = urn,
            Olds = WireValues.Encode(ProviderInputs.Sent(olds), InClear),
            News = WireValues.Encode(ProviderInputs.Sent(news), InClear),
            Name = Urn.NameOf(urn),
            Type = Urn.TypeOf(urn),
        };
        try
        {
            var response = await plugin.Client.CheckConfigAsync(request, cancellationToken: cancellationToken);
            return (
                ProviderInputs.Kept(SecretsRestored(StructCodec.Decode(response.Inputs), news), news),
                response.Failures
            );
        }
        catch (RpcException failure) when (failure.StatusCode == StatusCode.Unimplemented)
        {
            return (news, []);
        }
    }

    /// <summary>Compares config.</summary>
    /// <param name="urn">The provider that is asked, also where its resources move to it from another one.</param>
    /// <param name="old">The provider as the state has it.</param>
    /// <param name="news">Checked inputs.</param>
    /// <param name="cancellationToken">Breaks it off.</param>
    public async Task<DiffResult> DiffConfigAsync(
        string urn,
        ResourceState old,
        PropertyMap news,
        CancellationToken cancellationToken
    )
    {
        var request = new DiffRequest
        {
            Urn = urn,
            Olds = WireValues.Encode(old.Outputs, InClear),
            News = WireValues.Encode(ProviderInputs.Sent(news), InClear),
            OldInputs = WireValues.Encode(ProviderInputs.Sent(old.Inputs), InClear),
            Name = Urn.NameOf(urn),
            Type = Urn.TypeOf(urn),
        };
        DiffResult diff;
        try
        {
            diff = DiffResult.From(await plugin.Client.DiffConfigAsync(request, cancellationToken: cancellationToken));
        }
        catch (RpcException failure) when (failure.StatusCode == StatusCode.Unimplemented)
        {
            diff = DiffResult.Unknown;
        }

        return diff.OrOfInputs(old.Inputs, news);
    }

    /// <summary>Gives it its config. Config that holds unknowns is not sent at all.</summary>
    /// <exception cref="EngineException">It refused; missing keys are named with the command that sets them.</exception>
    public async Task ConfigureAsync(string urn, string id, PropertyMap config, CancellationToken cancellationToken)
    {
        var inputs = ProviderInputs.Sent(config);
        plugin.Label = urn;
        if (inputs.Values.Any(static value => value.ContainsUnknowns))
        {
            return;
        }

        var package = Urn.PackageOf(Urn.TypeOf(urn));
        var request = new ConfigureRequest
        {
            Args = StructCodec.Encode(inputs),
            AcceptSecrets = true,
            AcceptResources = true,
            SendsOldInputs = true,
            SendsOldInputsToDelete = true,
            Id = id,
            Urn = urn,
            Name = Urn.NameOf(urn),
            Type = Urn.TypeOf(urn),
        };
        foreach (var (name, value) in inputs)
        {
#pragma warning disable CS0612 // the deprecated field is still what older providers read
            request.Variables[$"{package}:config:{name}"] = AsText(value);
#pragma warning restore CS0612
        }

        try
        {
            var response = await plugin.Client.ConfigureAsync(request, cancellationToken: cancellationToken);
            SupportsPreview = response.SupportsPreview;
            if (handshake is null)
            {
                (_acceptsSecrets, _acceptsResources) = (response.AcceptSecrets, response.AcceptResources);
                _acceptsOutputs = response.AcceptOutputs;
            }

            IsConfigured = true;
        }
        catch (RpcException failure) when (failure.Detail<ConfigureErrorMissingKeys>() is { } missing)
        {
            throw new EngineException(
                string.Join(
                    '\n',
                    missing.MissingKeys.Select(key =>
                        $"missing required configuration key \"{key.Name}\": {key.Description}\n"
                        + $"Set a value using the command `pulumi config set {key.Name} <value>`."
                    )
                ),
                failure
            );
        }
    }

    /// <summary>Validates a resource's inputs.</summary>
    public async Task<(PropertyMap Inputs, IReadOnlyList<CheckFailure> Failures)> CheckAsync(
        string urn,
        PropertyMap olds,
        PropertyMap news,
        ReadOnlyMemory<byte> randomSeed,
        CancellationToken cancellationToken
    )
    {
        if (!IsConfigured)
        {
            return (news, []);
        }

        var response = await plugin.Client.CheckAsync(
            new CheckRequest
            {
                Urn = urn,
                Olds = WireValues.Encode(olds, Rules),
                News = WireValues.Encode(news, Rules),
                RandomSeed = UnsafeByteOperations.UnsafeWrap(randomSeed),
                Name = Urn.NameOf(urn),
                Type = Urn.TypeOf(urn),
            },
            cancellationToken: cancellationToken
        );
        var inputs = StructCodec.Decode(response.Inputs);
        return (_acceptsSecrets ? inputs : SecretsRestored(inputs, news), response.Failures);
    }

    /// <summary>Compares a resource's old state with new inputs.</summary>
    public async Task<DiffResult> DiffAsync(DiffQuery query, CancellationToken cancellationToken)
    {
        if (!IsConfigured)
        {
            return DiffResult.Unknown;
        }

        var rules = Rules with { AssetContents = false };
        var request = new DiffRequest
        {
            Id = query.Id,
            Urn = query.Urn,
            Olds = WireValues.Encode(query.OldOutputs, rules),
            News = WireValues.Encode(query.NewInputs, rules),
            OldInputs = WireValues.Encode(query.OldInputs, rules),
            Name = Urn.NameOf(query.Urn),
            Type = Urn.TypeOf(query.Urn),
        };
        request.IgnoreChanges.AddRange(query.IgnoreChanges);
        return DiffResult.From(await plugin.Client.DiffAsync(request, cancellationToken: cancellationToken));
    }

    /// <summary>Makes a resource; in a preview says what it would be.</summary>
    public async Task<ProviderAnswer> CreateAsync(
        string urn,
        PropertyMap inputs,
        TimeSpan timeout,
        bool preview,
        CancellationToken cancellationToken
    )
    {
        if (preview && (!IsConfigured || !SupportsPreview))
        {
            return new ProviderAnswer(null, inputs);
        }

        var request = new CreateRequest
        {
            Urn = urn,
            Properties = WireValues.Encode(inputs, Rules),
            Timeout = timeout.TotalSeconds,
            Preview = preview,
            Name = Urn.NameOf(urn),
            Type = Urn.TypeOf(urn),
        };
        try
        {
            var response = await plugin.Client.CreateAsync(request, cancellationToken: cancellationToken);
            if (!preview && response.Id.Length == 0)
            {
                throw new EngineException("the provider created the resource but returned no id for it");
            }

            return new ProviderAnswer(
                preview ? null : response.Id,
                Decode(response.Properties, inputs),
                response.RefreshBeforeUpdate
            );
        }
        catch (RpcException failure) when (failure.Detail<ErrorResourceInitFailed>() is { } partial)
        {
            return Partial(partial, inputs);
        }
    }

    /// <summary>Changes a resource in place; in a preview says what it would be.</summary>
    public async Task<ProviderAnswer> UpdateAsync(
        string urn,
        ResourceState old,
        PropertyMap inputs,
        IEnumerable<string> ignoreChanges,
        TimeSpan timeout,
        bool preview,
        CancellationToken cancellationToken
    )
    {
        if (preview && (!IsConfigured || !SupportsPreview))
        {
            return new ProviderAnswer(old.Id, inputs);
        }

        var oldRules = Rules with { AssetContents = false };
        var request = new UpdateRequest
        {
            Id = old.Id,
            Urn = urn,
            Olds = WireValues.Encode(old.Outputs, oldRules),
            News = WireValues.Encode(inputs, Rules),
            Timeout = timeout.TotalSeconds,
            Preview = preview,
            OldInputs = WireValues.Encode(old.Inputs, oldRules),
            Name = Urn.NameOf(urn),
            Type = Urn.TypeOf(urn),
        };
        request.IgnoreChanges.AddRange(ignoreChanges);
        try
        {
            var response = await plugin.Client.UpdateAsync(request, cancellationToken: cancellationToken);
            return new ProviderAnswer(old.Id, Decode(response.Properties, inputs), response.RefreshBeforeUpdate);
        }
        catch (RpcException failure) when (failure.Detail<ErrorResourceInitFailed>() is { } partial)
        {
            return Partial(partial, inputs) with { Id = old.Id };
        }
    }

    /// <summary>Deletes a resource.</summary>
    public Task DeleteAsync(ResourceState state, CancellationToken cancellationToken)
    {
        if (!IsConfigured)
        {
            throw new EngineException(
                "the provider of this resource could not be configured, so the resource cannot be deleted"
            );
        }

        var rules = Rules with { AssetContents = false };
        return plugin
            .Client.DeleteAsync(
                new DeleteRequest
                {
                    Id = state.Id,
                    Urn = state.Urn,
                    Properties = WireValues.Encode(state.Outputs, rules),
                    Timeout = state.CustomTimeouts.Delete.TotalSeconds,
                    OldInputs = WireValues.Encode(state.Inputs, rules),
                    Name = Urn.NameOf(state.Urn),
                    Type = state.Type,
                },
                cancellationToken: cancellationToken
            )
            .ResponseAsync;
    }

    /// <summary>Reads what is there. Null maps are left out of the request, as in an import.</summary>
    public async Task<ReadAnswer> ReadAsync(
        string urn,
        string id,
        PropertyMap? inputs,
        PropertyMap? outputs,
        TimeSpan timeout,
        CancellationToken cancellationToken
    )
    {
        var rules = Rules with { AssetContents = false };
        var request = new ReadRequest
        {
            Id = id,
            Urn = urn,
            Name = Urn.NameOf(urn),
            Type = Urn.TypeOf(urn),
            Timeout = timeout.TotalSeconds,
            Properties = outputs is null ? null : WireValues.Encode(outputs, rules),
            Inputs = inputs is null ? null : WireValues.Encode(inputs, rules),
        };
        try
        {
            var response = await plugin.Client.ReadAsync(request, cancellationToken: cancellationToken);
            return new ReadAnswer(
                response.Id,
                response.Inputs is null ? null : Whole(Decode(response.Inputs, inputs ?? PropertyMap.Empty)),
                response.Properties is null ? null : Whole(Decode(response.Properties, inputs ?? PropertyMap.Empty)),
                [],
                response.RefreshBeforeUpdate
            );
        }
        catch (RpcException failure) when (failure.Detail<ErrorResourceInitFailed>() is { } partial)
        {
            return new ReadAnswer(
                partial.Id,
                partial.Inputs is null ? null : Whole(StructCodec.Decode(partial.Inputs)),
                Whole(StructCodec.Decode(partial.Properties)),
                [.. partial.Reasons],
                partial.RefreshBeforeUpdate
            );
        }

        PropertyMap Whole(PropertyMap read) => WireValues.Restored(read, inputs, outputs);
    }

    /// <summary>Calls a function.</summary>
    public async Task<(PropertyMap Result, IReadOnlyList<CheckFailure> Failures)> InvokeAsync(
        string token,
        PropertyMap args,
        bool preview,
        CancellationToken cancellationToken
    )
    {
        var response = await plugin.Client.InvokeAsync(
            new InvokeRequest
            {
                Tok = token,
                Args = WireValues.Encode(args, Rules),
                Preview = preview,
            },
            cancellationToken: cancellationToken
        );
        return (StructCodec.Decode(response.Return), response.Failures);
    }

    /// <summary>Calls a method of a resource.</summary>
    /// <param name="request">The call, but for the arguments.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="cancellationToken">Breaks it off.</param>
    public Task<CallResponse> CallAsync(CallRequest request, PropertyMap args, CancellationToken cancellationToken)
    {
        request.Args = WireValues.Encode(args, Rules with { Outputs = _acceptsOutputs });
        return plugin.Client.CallAsync(request, cancellationToken: cancellationToken).ResponseAsync;
    }

    /// <summary>Has it construct a component: it registers the component and its children.</summary>
    /// <param name="request">What to construct, but for the inputs.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="cancellationToken">Breaks it off.</param>
    public Task<ConstructResponse> ConstructAsync(
        ConstructRequest request,
        PropertyMap inputs,
        CancellationToken cancellationToken
    )
    {
        request.Inputs = _acceptsOutputs ? StructCodec.Encode(inputs) : WireValues.Encode(inputs, Rules);
        return plugin.Client.ConstructAsync(request, cancellationToken: cancellationToken).ResponseAsync;
    }

    private static WireRules InClear => new(Secrets: false, Resources: false);

    private static string AsText(PropertyValue value) =>
        value.Unwrapped is StringValue text ? text.Value : ValueJson.Reveal(value);

    // A provider that does not keep secrets returns them in clear; what went in secret comes out secret.
    private static PropertyMap SecretsRestored(PropertyMap returned, PropertyMap sent) =>
        new(
            returned.Select(field =>
                KeyValuePair.Create(
                    field.Key,
                    sent.Find(field.Key) is { ContainsSecrets: true } ? field.Value.AsSecret() : field.Value
                )
            )
        );

    private PropertyMap Decode(Struct? returned, PropertyMap sent)
    {
        var map = StructCodec.Decode(returned);
        return _acceptsSecrets ? map : SecretsRestored(map, sent);
    }

    private ProviderAnswer Partial(ErrorResourceInitFailed partial, PropertyMap inputs) =>
        new(partial.Id, Decode(partial.Properties, inputs), [.. partial.Reasons], partial.RefreshBeforeUpdate);
}
