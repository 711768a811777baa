namespace Vpcep.Client;

/// <summary>
/// The parts of a service's full name. The cloud builds <c>region.id</c> or <c>region.name.id</c>; examples in the
/// documents also show a bare name.
/// </summary>
/// <param name="Region">The region, when the full name has it.</param>
/// <param name="Name">The name the user chose, when there is one.</param>
/// <param name="Id">The service id, when the full name has it.</param>
public readonly record struct ServiceName(string? Region, string? Name, string? Id)
{
    /// <summary>Splits a full name of one, two or three parts. A user's own name never contains a dot.</summary>
    public static ServiceName Parse(string? full)
    {
        if (string.IsNullOrEmpty(full))
        {
            return default;
        }
        var first = full.IndexOf('.', StringComparison.Ordinal);
        var last = full.LastIndexOf('.');
        return first < 0 ? new(null, full, null)
            : first == last ? new(full[..first], null, full[(first + 1)..])
            : new(full[..first], full[(first + 1)..last], full[(last + 1)..]);
    }
}
