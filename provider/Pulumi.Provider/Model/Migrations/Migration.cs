using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Migrations;

/// <summary>
/// One step that brings what an older version of the provider stored of a resource nearer to the shape of today. It is a
/// function of the stored properties alone: no session, no network, no clock.
/// </summary>
public sealed class Migration
{
    private readonly Func<PropertyMap, PropertyMap?> _carryOut;

    private Migration(string name, Func<PropertyMap, PropertyMap?> carryOut) => (Name, _carryOut) = (name, carryOut);

    /// <summary>What messages call it.</summary>
    public string Name { get; }

    /// <summary>
    /// A step between two records. It is for what fits the old one strictly: each key is one of its properties, each required
    /// property is there, each value is of its type. Anything else passes it by. What is secret stays so by its path, and
    /// wherever else its value turns up.
    /// </summary>
    /// <param name="carryOut">Makes the new one; null says that this one is not meant.</param>
    public static Migration From<TOld, TNew>(Func<TOld, TNew?> carryOut)
        where TOld : class, IPropertyObject<TOld>
        where TNew : class, IPropertyObject<TNew>
    {
        ArgumentNullException.ThrowIfNull(carryOut);
        return new Migration($"{typeof(TOld).Name} to {typeof(TNew).Name}", CarryOut);

        PropertyMap? CarryOut(PropertyMap stored)
        {
            var old = FormerNames.Renamed(TOld.Model, stored);
            return
                Misfits.Of(TOld.Model, old).Count == 0
                && Decoded<TOld>(StandIns.For(TOld.Model, old)) is { } record
                && carryOut(record) is { } made
                ? StandIns.Back(old, made.Encode())
                : null;
        }
    }

    /// <summary>A step between two maps, for what no record can say. It is asked about every map that may be as old.</summary>
    /// <param name="name">What it does, for messages: <c>splits the address</c>.</param>
    /// <param name="carryOut">Makes the new one; null, or the same map, says that this one is not meant. Values may be secret.</param>
    public static Migration OfMap(string name, Func<PropertyMap, PropertyMap?> carryOut)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(carryOut);
        return new Migration(name, carryOut);
    }

    /// <summary>What the step makes of it, secrets kept; null where it is not meant.</summary>
    internal PropertyMap? Apply(PropertyMap stored)
    {
        var made = _carryOut(stored);
        return made is null || made.Equals(stored) ? null : Keeping.Secrets(stored, made);
    }

    private static T? Decoded<T>(PropertyMap properties)
        where T : class, IPropertyObject<T>
    {
        try
        {
            return T.Decode(properties);
        }
        catch (FormatException)
        {
            return null; // such as a text that is no member of the old enumeration
        }
    }
}
