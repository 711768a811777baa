using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.LocalEngine.Tests.Echo;

/// <summary>The echo provider's comparison: by leaf, old inputs with new ones.</summary>
internal static class EchoDiff
{
    /// <summary>Compares; one property needs a replacement.</summary>
    public static DiffResponse Of(DiffRequest request, string replaces)
    {
        var response = new DiffResponse { HasDetailedDiff = true, Changes = DiffResponse.Types.DiffChanges.DiffNone };
        var olds = StructCodec.Decode(request.OldInputs);
        var news = StructCodec.Decode(request.News);
        Compare(new ObjectValue(olds), new ObjectValue(news), PropertyPath.Root, response, replaces);
        foreach (var key in response.DetailedDiff.Keys.Select(static path => PropertyPath.Parse(path).Head!).Distinct())
        {
            response.Diffs.Add(key);
        }

        if (response.DetailedDiff.Count > 0)
        {
            response.Changes = DiffResponse.Types.DiffChanges.DiffSome;
        }

        if (response.DetailedDiff.ContainsKey(replaces))
        {
            response.Replaces.Add(replaces);
            response.DeleteBeforeReplace = Text(news, "fixedName").Length > 0;
        }

        return response;
    }

    /// <summary>A string property, or the empty string.</summary>
    public static string Text(PropertyMap map, string name) =>
        map.Find(name)?.Unwrapped is StringValue text ? text.Value : "";

    private static void Compare(
        PropertyValue? old,
        PropertyValue? @new,
        PropertyPath path,
        DiffResponse into,
        string replaces
    )
    {
        if (Equals(old, @new))
        {
            return;
        }

        if (old is ObjectValue from && @new is ObjectValue to)
        {
            foreach (var key in from.Fields.Keys.Union(to.Fields.Keys))
            {
                Compare(from.Fields.Find(key), to.Fields.Find(key), path.Append(key), into, replaces);
            }

            return;
        }

        if (old is ListValue left && @new is ListValue right)
        {
            for (var i = 0; i < Math.Max(left.Items.Length, right.Items.Length); i++)
            {
                Compare(
                    i < left.Items.Length ? left.Items[i] : null,
                    i < right.Items.Length ? right.Items[i] : null,
                    path.Append(i),
                    into,
                    replaces
                );
            }

            return;
        }

        var replace = path.ToString() == replaces;
        into.DetailedDiff[path.ToString()] = new PropertyDiff
        {
            InputDiff = true,
            Kind = (old, @new) switch
            {
                (null, _) => replace ? PropertyDiff.Types.Kind.AddReplace : PropertyDiff.Types.Kind.Add,
                (_, null) => replace ? PropertyDiff.Types.Kind.DeleteReplace : PropertyDiff.Types.Kind.Delete,
                _ => replace ? PropertyDiff.Types.Kind.UpdateReplace : PropertyDiff.Types.Kind.Update,
            },
        };
    }
}
