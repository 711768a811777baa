using System.Collections.Immutable;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Operations;

/// <summary>A method of a resource or component: its models, and its call on properties.</summary>
public abstract class MethodDefinition
{
    private readonly IReadOnlyDictionary<string, string> _features;

    private protected MethodDefinition(
        string resource,
        string name,
        IReadOnlyDictionary<string, string> features,
        ObjectModel args,
        ObjectModel result
    ) => (Resource, Name, _features, Args, Result) = (resource, name, features, args, result);

    /// <summary>The type token of the resource.</summary>
    public string Resource { get; }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>The token of the function that it is in the schema.</summary>
    public string Token => $"{Resource}/{Name}";

    /// <summary>The arguments, without the resource itself.</summary>
    public ObjectModel Args { get; }

    /// <summary>The result.</summary>
    public ObjectModel Result { get; }

    /// <summary>Checks the arguments and calls the method, unless something is wrong with them or not known.</summary>
    /// <param name="session">The session.</param>
    /// <param name="call">The call.</param>
    /// <param name="isThere">False where the resource is not made yet.</param>
    /// <param name="args">The arguments.</param>
    public async Task<(PropertyMap Result, ImmutableArray<Problem> Problems)> CallAsync(
        object session,
        MethodCall call,
        bool isThere,
        PropertyMap args
    )
    {
        var checker = new InputChecker(Features.Of(session, _features));
        var complete = checker.Check(Args, args, PropertyPath.Root);
        if (!checker.Problems.IsEmpty)
        {
            return (PropertyMap.Empty, checker.Problems);
        }

        if (isThere && !complete.Values.Any(static value => value.ContainsUnknowns))
        {
            try
            {
                return (await RunAsync(session, call, complete).ConfigureAwait(false), []);
            }
            catch (NotKnownYetException)
            {
                // The same as for arguments that are not.
            }
        }

        return (new(Result.Properties.Select(static one => KeyValuePair.Create(one.Name, PropertyValue.Unknown))), []);
    }

    private protected abstract Task<PropertyMap> RunAsync(object session, MethodCall call, PropertyMap args);
}

/// <summary>A method with typed arguments and result.</summary>
internal sealed class MethodDefinition<TArgs, TResult, TSession>(
    string resource,
    string name,
    IReadOnlyDictionary<string, string> features,
    Func<TSession, IMethod<TArgs, TResult>> open
) : MethodDefinition(resource, name, features, TArgs.Model, TResult.Model)
    where TArgs : class, IPropertyObject<TArgs>
    where TResult : class, IPropertyObject<TResult>
    where TSession : class
{
    private protected override async Task<PropertyMap> RunAsync(object session, MethodCall call, PropertyMap args) =>
        (await open((TSession)session).CallAsync(call, TArgs.Decode(args)).ConfigureAwait(false)).Encode();
}
