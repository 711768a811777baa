using System.Collections.Immutable;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Operations;

/// <summary>A function of a provider: its models, and its call on properties.</summary>
public abstract class FunctionDefinition
{
    private protected FunctionDefinition(string token, string description, ObjectModel args, ObjectModel result) =>
        (Token, Description, Args, Result) = (token, description, args, result);

    /// <summary>The function token.</summary>
    public string Token { get; }

    /// <summary>Markdown.</summary>
    public string Description { get; }

    /// <summary>The arguments.</summary>
    public ObjectModel Args { get; }

    /// <summary>The result.</summary>
    public ObjectModel Result { get; }

    /// <summary>Checks the arguments and calls the function, unless something is wrong with them.</summary>
    public async Task<(PropertyMap? Result, ImmutableArray<Problem> Problems)> InvokeAsync(
        object session,
        PropertyMap args,
        CancellationToken cancellationToken
    )
    {
        var checker = new InputChecker();
        var complete = checker.Check(Args, args, PropertyPath.Root);
        return checker.Problems is { IsEmpty: false } problems
            ? (null, problems)
            : (await RunAsync(session, complete, cancellationToken).ConfigureAwait(false), []);
    }

    private protected abstract Task<PropertyMap> RunAsync(
        object session,
        PropertyMap args,
        CancellationToken cancellationToken
    );
}

/// <summary>A function with typed arguments and result.</summary>
internal sealed class FunctionDefinition<TArgs, TResult, TSession>(
    string token,
    Func<TSession, IFunction<TArgs, TResult>> open
) : FunctionDefinition(token, TResult.Model.Description, TArgs.Model, TResult.Model)
    where TArgs : class, IPropertyObject<TArgs>
    where TResult : class, IPropertyObject<TResult>
    where TSession : class
{
    private protected override async Task<PropertyMap> RunAsync(
        object session,
        PropertyMap args,
        CancellationToken cancellationToken
    ) =>
        (
            await open((TSession)session).InvokeAsync(TArgs.Decode(args), cancellationToken).ConfigureAwait(false)
        ).Encode();
}
