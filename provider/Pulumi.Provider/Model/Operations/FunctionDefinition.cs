using System.Collections.Immutable;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Operations;

/// <summary>A function of a provider: its models, and its call on properties.</summary>
public abstract class FunctionDefinition
{
    private readonly IReadOnlyDictionary<string, string> _features;

    private protected FunctionDefinition(
        string token,
        IReadOnlyDictionary<string, string> features,
        ObjectModel args,
        ObjectModel result
    ) => (Token, _features, Args, Result) = (token, features, args, result);

    /// <summary>The function token.</summary>
    public string Token { get; }

    /// <summary>Markdown.</summary>
    public string Description => Result.Description;

    /// <summary>The arguments.</summary>
    public ObjectModel Args { get; }

    /// <summary>The result.</summary>
    public ObjectModel Result { get; }

    /// <summary>Checks the arguments and calls the function, unless something is wrong with them.</summary>
    public async Task<(PropertyMap? Result, ImmutableArray<Problem> Problems)> InvokeAsync(
        object session,
        Invocation call,
        PropertyMap args
    )
    {
        var checker = new InputChecker(Features.Of(session, _features));
        var complete = checker.Check(Args, args, PropertyPath.Root);
        return checker.Problems is { IsEmpty: false } problems
            ? (null, problems)
            : (await RunAsync(session, call, complete).ConfigureAwait(false), []);
    }

    private protected abstract Task<PropertyMap> RunAsync(object session, Invocation call, PropertyMap args);
}

/// <summary>A function with arguments and a result as its code has them.</summary>
internal sealed class FunctionDefinition<TArgs, TResult, TSession>(
    string token,
    IReadOnlyDictionary<string, string> features,
    Codec<TArgs> args,
    Codec<TResult> result,
    Func<TSession, IFunction<TArgs, TResult>> open
) : FunctionDefinition(token, features, args.Model, result.Model)
    where TArgs : class
    where TResult : class
    where TSession : class
{
    private protected override async Task<PropertyMap> RunAsync(object session, Invocation call, PropertyMap given) =>
        result.Encode(await open((TSession)session).InvokeAsync(call, args.Decode(given)).ConfigureAwait(false));
}
