using System.Collections.Immutable;
using Grpc.Core;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Protocol.Service;

/// <summary>The calls that concern the provider's own configuration.</summary>
/// <param name="provider">The provider.</param>
/// <param name="connection">What the calls share.</param>
/// <param name="environment">Reads an environment variable.</param>
internal sealed class ConfigurationCalls(
    ProviderDefinition provider,
    Connection connection,
    Func<string, string?> environment
)
{
    // Who runs a program has its configuration checked first; a provider is opened from the state without that.
    private volatile bool _isOfProgram;

    public Task<CheckResponse> CheckAsync(CheckRequest request, ServerCallContext context) =>
        connection.GuardAsync(
            urn: "",
            context,
            timeout: null,
            _ =>
            {
                _isOfProgram = true;
                var given = connection.Decode(request.News, provider.Config);
                // Where resources live is kept in the state, whatever the environment says by then.
                var inputs = Complete(given, DecidesPlace);
                var (_, problems) = Judge(inputs);
                var kept = inputs.Without("__internal").With(Configuration.Checked, true);
                var answer = new CheckResponse { Inputs = StructCodec.Encode(DeclaredSecret(kept)) };
                answer.Failures.AddRange(
                    problems.Select(problem =>
                        VariableOf(problem, inputs) is null
                            ? connection.Problems.OfCheck(problem, provider.Config, given)
                            : new CheckFailure { Reason = Words(problem, inputs) }
                    )
                );
                return Task.FromResult(answer);
            }
        );

    public Task<DiffResponse> DiffAsync(DiffRequest request, ServerCallContext context) =>
        connection.GuardAsync(
            urn: "",
            context,
            timeout: null,
            _ =>
            {
                var before = connection.Decode(request.OldInputs ?? request.Olds, provider.Config);
                var after = connection.Decode(request.News, provider.Config);
                var ignored = IgnoredPaths.Of(request.IgnoreChanges);
                var changes = ConfigurationDiff.Between(provider, before, after, environment, ignored);
                return Task.FromResult(DiffAnswer.Of(new Difference(changes, [], DeleteBeforeReplace: false)));
            }
        );

    public Task<ConfigureResponse> ConfigureAsync(ConfigureRequest request, ServerCallContext context)
    {
        connection.BeginRun();
        return connection.GuardAsync(
            urn: "",
            context,
            timeout: null,
            async call =>
            {
                var given = request.Args is null ? FromVariables(request) : StructCodec.Decode(request.Args);
                // A state that was checked tells the place, and this machine's environment has no say in it. Keys of other
                // versions do not matter to refresh and destroy.
                var isTold = Configuration.IsChecked(given);
                var inputs = connection.Secrets.Learn(
                    Complete(
                        Configuration.Declared(provider.Config, given),
                        property => !(isTold && DecidesPlace(property))
                    ),
                    provider.Config
                );
                var (config, problems) = Judge(inputs);
                if (!problems.IsEmpty)
                {
                    throw new RpcException(
                        new Status(
                            StatusCode.InvalidArgument,
                            string.Join("; ", problems.Select(problem => Words(problem, inputs)))
                        )
                    );
                }

                try
                {
                    var session = Open(config, inputs);
                    await provider.ReadyAsync(session, call.Token).ConfigureAwait(false);
                    connection.Session = session;
                }
                catch (MissingConfigurationException missing)
                {
                    WarnOfBlank(missing, inputs);
                    if (!isTold || _isOfProgram)
                    {
                        throw;
                    }

                    // The program's configuration may have it by now: what needs a session from this one says so.
                    connection.Missing = missing;
                }

                _isOfProgram = false;
                if (request.HasUrn)
                {
                    connection.Observer?.Serves(request.Urn);
                }

                connection.Self = request.HasUrn && request.HasId ? $"{request.Urn}::{request.Id}" : "";
                return new ConfigureResponse
                {
                    AcceptSecrets = true,
                    AcceptResources = true,
                    AcceptOutputs = true,
                    SupportsPreview = true,
                    SupportsAutonamingConfiguration = provider.NamesResources,
                };
            }
        );
    }

    // The state keeps what this answers, whether or not the user thought of --secret.
    private PropertyMap DeclaredSecret(PropertyMap inputs) => DeclaredSecret(provider.Config, inputs);

    private static PropertyMap DeclaredSecret(ObjectModel model, PropertyMap values)
    {
        foreach (var property in model.Properties)
        {
            values = values.Find(property.Name) switch
            {
                null => values,
                var value when property.Secret => values.With(property.Name, value.AsSecret()),
                var value when property.Type is ObjectType { Object: var nested } => values.With(
                    property.Name,
                    value switch
                    {
                        ObjectValue fields => new ObjectValue(DeclaredSecret(nested, fields.Fields)),
                        // As JSON it is one text.
                        StringValue when nested.Properties.Any(static member => member.Secret) => value.AsSecret(),
                        _ => value,
                    }
                ),
                _ => values,
            };
        }

        return values;
    }

    private static bool DecidesPlace(PropertyModel property) =>
        property is { ReplaceOnChange: true, Secret: false } or { TellsPlace: true, Secret: false };

    private PropertyMap Complete(PropertyMap config, Func<PropertyModel, bool> which) =>
        Configuration.FromEnvironment(provider.Config, config, environment, which);

    // The engine's own keys stand among the provider's.
    private (PropertyMap Config, ImmutableArray<Problem> Problems) Judge(PropertyMap inputs) =>
        Configuration.Check(provider.Config, inputs.Without("version").Without("pluginDownloadURL"));

    // What a session says of a key it begins with the key, as what is wrong with its form does.
    private object Open(PropertyMap config, PropertyMap inputs)
    {
        try
        {
            return provider.Configure(config, connection.Log);
        }
        catch (OperationException failure)
        {
            var blamed = provider.Config.Properties.FirstOrDefault(property =>
                failure.Message.StartsWith($"{Key(property.Name)} ", StringComparison.Ordinal)
            );
            if (blamed is null || Configuration.VariableOf(blamed, inputs, environment) is not { } variable)
            {
                throw;
            }

            var rest = failure.Message[Key(blamed.Name).Length..];
            throw new OperationException(failure.Kind, $"{Key(blamed.Name)} (from {variable}){rest}", failure);
        }
    }

    // Pipelines set a variable from a secret that they may not have: it is there, and blank. A key that another stands in
    // for is missing with it.
    private void WarnOfBlank(MissingConfigurationException missing, PropertyMap inputs)
    {
        var names = missing.Keys.Select(static key => key.Name).ToHashSet(StringComparer.Ordinal);
        var blank = provider
            .Config.Properties.Where(property =>
                !inputs.ContainsKey(property.Name)
                && (names.Contains(property.Name) || property.EnvironmentUnless.Any(names.Contains))
            )
            .SelectMany(property => Configuration.BlankVariables(property, environment))
            .ToList();
        if (blank.Count > 0)
        {
            connection.Log.Write(
                Model.Operations.LogSeverity.Warning,
                $"{string.Join(", ", blank)} {(blank.Count == 1 ? "is" : "are")} set and blank, which counts as not set"
            );
        }
    }

    private string Words(Problem problem, PropertyMap inputs) =>
        connection.Secrets.Clean(Configuration.Describe(provider.Name, provider.Config, problem, inputs, environment));

    private string? VariableOf(Problem problem, PropertyMap inputs) =>
        problem.Path.Head is { } name && provider.Config.Find(name) is { } property
            ? Configuration.VariableOf(property, inputs, environment)
            : null;

    private string Key(string path) => $"{provider.Name}:{path}";

    // Before structs there were flat variables: <pkg>:config:<key>.
    private PropertyMap FromVariables(ConfigureRequest request)
    {
        var prefix = $"{provider.Name}:config:";
        return new PropertyMap(
            request
                .Variables.Where(variable => variable.Key.StartsWith(prefix, StringComparison.Ordinal))
                .Select(variable => KeyValuePair.Create(variable.Key[prefix.Length..], (PropertyValue)variable.Value))
        );
    }
}
