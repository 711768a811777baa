using Grpc.Core;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Parameters;
using Pulumi.Provider.Protocol.Messages;

namespace Pulumi.Provider.Protocol.Service;

/// <summary>
/// The packages that a process serves: the provider's own and those that Parameterize made of it. The engine starts a process
/// for each; one that it attaches to stands for all of them, so each call goes to the package that it names. What names none
/// goes to the one that was made last.
/// </summary>
internal sealed class ServedPackages : IAsyncDisposable
{
    private readonly TimeProvider _time;
    private readonly Func<string, string?> _environment;
    private readonly Lock _lock = new();
    private volatile PackageCalls[] _made = [];

    public ServedPackages(ProviderDefinition provider, TimeProvider time, Func<string, string?> environment)
    {
        (_time, _environment) = (time, environment);
        var connection = new Connection(provider, time, environment);
        Own = new PackageCalls(provider, connection, made: null, time, environment);
    }

    /// <summary>The provider as it is without a parameter.</summary>
    public PackageCalls Own { get; }

    /// <summary>The one that is meant where none is named.</summary>
    public PackageCalls Latest => _made is [.., var last] ? last : Own;

    /// <summary>What the packages share with the engine.</summary>
    public IEnumerable<Connection> Connections => _made.Prepend(Own).Select(static package => package.Connection);

    /// <summary>The package of a type or function.</summary>
    public PackageCalls Of(string token) => _made.Length == 0 ? Own : Named(PackageOf(token)) ?? Latest;

    /// <summary>The package of a resource.</summary>
    public PackageCalls OfUrn(string urn) => _made.Length == 0 ? Own : Of(TypeOf(urn));

    /// <summary>Makes a package, and serves it from here on: in place of one of the same name and another parameter.</summary>
    public Task<ParameterizeResponse> ParameterizeAsync(ParameterizeRequest request, ServerCallContext context)
    {
        if (Own.Provider.Parameter is not { } parameter)
        {
            throw new RpcException(
                new Status(
                    StatusCode.Unimplemented,
                    $"the {Own.Provider.Name} provider takes no parameters; leave out what follows its name"
                )
            );
        }

        return Own.Connection.GuardAsync(
            urn: "",
            context,
            timeout: null,
            async call =>
            {
                var package =
                    request.ParametersCase is ParameterizeRequest.ParametersOneofCase.Value
                        ? parameter.OfValue(request.Value.Name, request.Value.Version, request.Value.Value.Memory)
                        : await parameter
                            .OfArgumentsAsync(
                                request.Args is { } given ? [.. given.Args] : [],
                                _environment,
                                call.Token
                            )
                            .ConfigureAwait(false);
                Serve(package);
                return new ParameterizeResponse
                {
                    Name = package.Definition.Name,
                    Version = package.Definition.Version,
                };
            }
        );
    }

    /// <summary>The schema of the package that is asked for.</summary>
    public string Schema(GetSchemaRequest request)
    {
        if (request.Version != 0)
        {
            throw new RpcException(
                new Status(
                    StatusCode.InvalidArgument,
                    $"schema version {request.Version} is not known; ask for version 0"
                )
            );
        }

        var package = request.SubpackageName.Length == 0 ? Latest : Named(request.SubpackageName);
        return
            package is not null
            && (request.SubpackageVersion.Length == 0 || request.SubpackageVersion == package.Provider.Version)
            ? package.Schema()
            : throw new RpcException(
                new Status(
                    StatusCode.NotFound,
                    $"there is no package '{request.SubpackageName}' {request.SubpackageVersion}: Parameterize makes it first; there are: "
                        + string.Join(", ", _made.Prepend(Own).Select(Words))
                )
            );
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var made in _made)
        {
            await made.Connection.EndSessionAsync().ConfigureAwait(false);
        }

        await Own.Connection.DisposeAsync().ConfigureAwait(false);
    }

    // The same package again keeps its session: whoever wants its schema says its parameter, too.
    private void Serve(SubPackage package)
    {
        lock (_lock)
        {
            var made =
                Named(package.Definition.Name) is { } known
                && known != Own
                && known.Provider.Version == package.Definition.Version
                && known.Parameter.Span.SequenceEqual(package.Value.Span)
                    ? known
                    : new PackageCalls(
                        package.Definition,
                        Own.Connection.For(package.Definition),
                        package,
                        _time,
                        _environment
                    );
            _made = [.. _made.Where(one => one.Provider.Name != made.Provider.Name), made];
        }
    }

    private PackageCalls? Named(string name) =>
        Array.Find(_made, made => made.Provider.Name == name) ?? (Own.Provider.Name == name ? Own : null);

    private static string Words(PackageCalls package) => $"{package.Provider.Name} {package.Provider.Version}";

    private static string PackageOf(string token) =>
        token.Split(':') switch
        {
            ["pulumi", "providers", var package, ..] => package,
            [var package, ..] => package,
            _ => "",
        };

    // urn:pulumi:stack::project::parentType$type::name
    private static string TypeOf(string urn) => urn.Split("::") is [_, _, var types, ..] ? types.Split('$')[^1] : "";
}
