using Pulumi.Provider.Model.Declaration;

namespace Pulumi.Provider.Model.Operations;

/// <summary>A resource of which those that exist can be listed, whether Pulumi made them or not.</summary>
/// <typeparam name="TQuery">What narrows the list; described in the schema as <c>listInputs</c>.</typeparam>
public interface IListableResource<TQuery>
    where TQuery : class, IPropertyObject<TQuery>
{
    /// <summary>
    /// Yields those that match as they are found, in an order that stays the same while nothing changes. The caller may
    /// leave early.
    /// </summary>
    /// <param name="query">What narrows the list.</param>
    /// <param name="cancellationToken">Fires when the user cancels.</param>
    IAsyncEnumerable<Listed> ListAsync(TQuery query, CancellationToken cancellationToken);
}

/// <summary>One that exists.</summary>
/// <param name="Id">The id that a read or an import takes.</param>
/// <param name="Name">What people call it, or null.</param>
public sealed record Listed(string Id, string? Name);
