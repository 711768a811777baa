using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Operations;

/// <summary>How the resources of a type are listed: the model of the query, and the call on properties.</summary>
public abstract class ListDefinition
{
    private readonly IReadOnlyDictionary<string, string> _features;

    private protected ListDefinition(IReadOnlyDictionary<string, string> features, ObjectModel query) =>
        (_features, Query) = (features, query);

    /// <summary>What narrows the list.</summary>
    public ObjectModel Query { get; }

    /// <summary>Checks a query and fills in defaults.</summary>
    public Checked Check(object session, PropertyMap query)
    {
        var checker = new InputChecker(Features.Of(session, _features));
        var result = checker.Check(Query, query, PropertyPath.Root);
        return new Checked(result, checker.Problems);
    }

    /// <summary>Yields those that match a checked, fully known query.</summary>
    public abstract IAsyncEnumerable<Listed> ListAsync(
        object session,
        PropertyMap query,
        CancellationToken cancellationToken
    );
}

/// <summary>A list with a typed query.</summary>
internal sealed class ListDefinition<TQuery, TSession>(
    IReadOnlyDictionary<string, string> features,
    Func<TSession, IListableResource<TQuery>> open
) : ListDefinition(features, TQuery.Model)
    where TQuery : class, IPropertyObject<TQuery>
    where TSession : class
{
    public override IAsyncEnumerable<Listed> ListAsync(
        object session,
        PropertyMap query,
        CancellationToken cancellationToken
    ) => open((TSession)session).ListAsync(TQuery.Decode(query), cancellationToken);
}
