using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Migrations;

/// <summary>
/// What stacks store of a resource, its state or its inputs, whichever version of the provider wrote it: brought to the shape
/// of today, or refused.
/// </summary>
/// <param name="what"><c>state</c> or <c>inputs</c>.</param>
/// <param name="token">The resource.</param>
/// <param name="provider">The provider with its version.</param>
/// <param name="model">The shape of today.</param>
/// <param name="steps">The way to it.</param>
internal sealed class StoredShape(
    string what,
    string token,
    string provider,
    ObjectModel model,
    IReadOnlyList<Migration> steps
)
{
    // Keys that begin so are Pulumi's and the provider's own: engines show none, and compare none.
    private const string Key = "__shape";

    /// <summary>The properties with the number of steps that need not be carried out for them again.</summary>
    public PropertyMap Stamped(PropertyMap properties) =>
        steps.Count == 0 || properties.Count == 0 ? properties : properties.With(Key, steps.Count);

    /// <summary>The properties as the version of today would have stored them.</summary>
    /// <param name="stored">As they are stored.</param>
    /// <param name="urn">Whose.</param>
    /// <param name="mayBeSaid">True where a program may have said them, which need not be all.</param>
    /// <exception cref="OperationException">A step failed, or nobody understands them. They are as they were.</exception>
    public PropertyMap Today(PropertyMap stored, string urn, bool mayBeSaid = false)
    {
        if (stored.Count == 0)
        {
            return stored;
        }

        var done = Done(stored, urn);
        var (migrated, last) = Migrated(stored.Without(Key), done, urn);
        var today = FormerNames.Renamed(model, migrated);
        var misfits = Misfits.Of(model, today);
        // Where no step had to be, a version before may have stored less than is required today, and more than is known: an
        // operation can do without either.
        return (misfits.AreBeyondReading || (done < steps.Count && misfits.Count > 0)) && !(mayBeSaid && last is null)
            ? throw Refused(urn, $"{(last is null ? "" : $"after the migration \"{last}\" ")}{misfits}")
            : today;
    }

    private int Done(PropertyMap stored, string urn)
    {
        var done = stored.Find(Key)?.Unwrapped is NumberValue { Value: >= 0 and <= int.MaxValue and var number }
            ? (int)number
            : 0;
        return done <= steps.Count
            ? done
            : throw Refused(
                urn,
                $"a newer version wrote it, which migrates {done} times where this one knows {steps.Count}"
            );
    }

    private (PropertyMap Properties, string? Last) Migrated(PropertyMap stored, int done, string urn)
    {
        var at = stored;
        var applied = new List<int>();
        for (var i = done; i < steps.Count; i++)
        {
            if (Apply(i, at, urn) is { } next)
            {
                at = next;
                applied.Add(i);
            }
        }

        if (done == 0 && applied is [var first, ..])
        {
            RefuseOthers(stored, first, applied, at, urn);
        }

        return (at, applied is [.., var last] ? steps[last].Name : null);
    }

    // What has no stamp is as old as it can be. It must not be two things at once, though: a step that takes it as it is, and not
    // as a step before left it, has to lead to the same.
    private void RefuseOthers(PropertyMap stored, int first, List<int> applied, PropertyMap result, string urn)
    {
        for (var i = first + 1; i < steps.Count; i++)
        {
            if (applied.Contains(i) || Apply(i, stored, urn) is not { } other)
            {
                continue;
            }

            for (var j = i + 1; j < steps.Count; j++)
            {
                other = Apply(j, other, urn) ?? other;
            }

            if (!other.Equals(result))
            {
                throw Refused(
                    urn,
                    $"the migrations \"{steps[first].Name}\" and \"{steps[i].Name}\" both take it, and lead to different ends"
                );
            }
        }
    }

    private PropertyMap? Apply(int step, PropertyMap properties, string urn)
    {
        try
        {
            return steps[step].Apply(properties);
        }
        catch (Exception failure) when (failure is not OperationException)
        {
            throw Refused(urn, $"the migration \"{steps[step].Name}\" failed: {failure.Message}", failure);
        }
    }

    private OperationException Refused(string urn, string why, Exception? cause = null) =>
        new(
            FailureKind.FailedPrecondition,
            $"the stored {what} of {token} cannot be read by {provider}: {why}. Nothing was changed. Use the version of the provider "
                + "that wrote it, or one that can read it; or give the resource up and import it by its id: "
                + $"`pulumi state delete '{urn}'`, then `pulumi import`",
            cause
        );
}
