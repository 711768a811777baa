using System.Collections.Immutable;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Migrations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Operations;

/// <summary>A resource of a provider: its models, and its operations on properties.</summary>
public abstract class ResourceDefinition
{
    private readonly IReadOnlyDictionary<string, string> _features;

    private protected ResourceDefinition(
        string token,
        IReadOnlyDictionary<string, string> features,
        ObjectModel inputs,
        ObjectModel state,
        string provider,
        ResourceMigrations? migrations
    )
    {
        (Token, _features, Inputs, State) = (token, features, inputs, state);
        StoredInputs = new StoredShape("inputs", token, provider, inputs, migrations?.Inputs ?? []);
        StoredState = new StoredShape("state", token, provider, state, migrations?.State ?? []);
    }

    /// <summary>The type token.</summary>
    public string Token { get; }

    /// <summary>The inputs.</summary>
    public ObjectModel Inputs { get; }

    /// <summary>The outputs: the inputs and more.</summary>
    public ObjectModel State { get; }

    /// <summary>What stacks store of its inputs.</summary>
    internal StoredShape StoredInputs { get; }

    /// <summary>What stacks store of its state.</summary>
    internal StoredShape StoredState { get; }

    /// <summary>True when a name can be made for it.</summary>
    public bool CanBeNamed => Inputs.Properties.Any(static property => property.AutoNameMaximum is not null);

    /// <summary>The timeout of each operation unless the user sets another.</summary>
    public TimeSpan DefaultTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Checks inputs and fills in names and defaults.</summary>
    /// <param name="session">The session.</param>
    /// <param name="urn">The resource.</param>
    /// <param name="stored">What the last check gave, by whichever version; empty for a new resource.</param>
    /// <param name="inputs">What the program gives.</param>
    /// <param name="naming">How to name it where the program does not; null leaves that to the cloud.</param>
    /// <exception cref="OperationException">What is stored cannot be read.</exception>
    public Checked Check(object session, string urn, PropertyMap stored, PropertyMap inputs, Naming? naming)
    {
        var features = Offers(session);
        var oldInputs = StoredInputs.Today(stored, urn);
        var checker = new InputChecker(features, oldInputs);
        inputs = Inputs.HasFormerNames ? WithIgnored(checker, stored, inputs) : inputs;
        var named = naming is null ? inputs : AutoName.Fill(Inputs, naming, oldInputs, inputs, features, checker);
        var result = checker.Check(Inputs, named, PropertyPath.Root);
        CheckFurther(session, checker, result);
        return new Checked(StoredInputs.Stamped(result), checker.Problems) { Warnings = checker.Warnings };
    }

    /// <summary>Tells the resource that the program asks for it.</summary>
    public abstract void Registered(object session, string urn, PropertyMap inputs);

    /// <summary>Tells the resource what the state has of it.</summary>
    public abstract void Compared(object session, string urn, PropertyMap state);

    /// <summary>Compares.</summary>
    public Difference Diff(
        object session,
        PropertyMap oldInputs,
        PropertyMap oldState,
        PropertyMap newInputs,
        IgnoredPaths ignored
    )
    {
        var held = Held(oldInputs, oldState);
        var changes = InputDiff.Between(Inputs, oldInputs, oldState, newInputs, ignored, Offers(session));
        if (!changes.IsEmpty)
        {
            changes = Judged(changes, NoWayBack(session, held, newInputs), Untold(session, oldState));
        }

        changes = changes.AddRange(Undecided(session, oldState, newInputs, changes, ignored));
        if (BrokenBy(session, oldState) is { } output)
        {
            var path = PropertyPath.Root.Append(output);
            changes = changes.Add(new Change(path, ChangeKind.Update, Replaces: true, OfOutput: true));
        }

        var names = Names(changes);
        return new Difference(
            changes,
            [
                .. State
                    .Properties.Where(output => OutputPreview.Survives(Inputs, output, oldState, newInputs, names))
                    .Select(static output => output.Name),
            ],
            MustDeleteFirst(session, held, newInputs)
        );
    }

    /// <summary>True when the engine is to read it before it does anything else with it.</summary>
    public abstract bool IsUnsettled(PropertyMap state);

    /// <summary>Why no replacement may begin; empty when one may.</summary>
    public ImmutableArray<Problem> CheckReplacement(object session, Replaced old, PropertyMap newInputs)
    {
        var checker = new InputChecker(Offers(session));
        CheckReplacement(session, checker, old, newInputs);
        return checker.Problems;
    }

    /// <summary>Asks the cloud, where only it knows whether the thing could be as the inputs say; fails if not.</summary>
    public abstract Task PreviewAsync(object session, PropertyMap inputs, CancellationToken cancellationToken);

    /// <summary>The outputs that a create would give, as far as they are known.</summary>
    public PropertyMap PreviewCreate(object session, PropertyMap inputs) =>
        With(
            OutputPreview.OfCreate(Inputs, State, inputs, Offers(session)),
            Decided(session, inputs, PropertyMap.Empty)
        );

    /// <summary>The outputs that an update would give, as far as they are known.</summary>
    public PropertyMap PreviewUpdate(
        object session,
        PropertyMap oldInputs,
        PropertyMap oldState,
        PropertyMap inputs,
        IgnoredPaths ignored
    )
    {
        var features = Offers(session);
        var changed = Names(InputDiff.Between(Inputs, oldInputs, oldState, inputs, ignored, features));
        return With(
            OutputPreview.OfUpdate(Inputs, State, oldState, inputs, changed, features),
            Decided(session, inputs, oldState)
        );
    }

    /// <summary>Makes the thing.</summary>
    public abstract Task<Outcome> CreateAsync(object session, Operation operation, PropertyMap inputs);

    /// <summary>Looks the thing up; null when it is gone.</summary>
    public abstract Task<ReadOutcome?> ReadAsync(
        object session,
        Operation operation,
        string id,
        PropertyMap? inputs,
        PropertyMap? state
    );

    /// <summary>Changes the thing.</summary>
    public abstract Task<Outcome> UpdateAsync(
        object session,
        Operation operation,
        string id,
        PropertyMap oldInputs,
        PropertyMap oldState,
        PropertyMap inputs
    );

    /// <summary>Deletes the thing.</summary>
    public abstract Task DeleteAsync(object session, Operation operation, string id, PropertyMap state);

    private protected Features Offers(object session) => Features.Of(session, _features);

    /// <summary>The state as it is stored: in the user's words, without what the place does not offer.</summary>
    private protected PropertyMap Stored(object session, PropertyMap inputs, PropertyMap state) =>
        Offers(session).Offered(State, Projection.InTheUsersWords(Inputs, inputs, state));

    private protected abstract void CheckFurther(object session, InputChecker checker, PropertyMap inputs);

    private protected abstract string? BrokenBy(object session, PropertyMap state);

    private protected abstract PropertyMap Decided(object session, PropertyMap inputs, PropertyMap state);

    private protected abstract IEnumerable<string> Untold(object session, PropertyMap state);

    private protected abstract IEnumerable<string> NoWayBack(object session, PropertyMap old, PropertyMap newInputs);

    private protected abstract bool MustDeleteFirst(object session, PropertyMap old, PropertyMap newInputs);

    private protected abstract void CheckReplacement(
        object session,
        InputChecker checker,
        Replaced old,
        PropertyMap newInputs
    );

    // Where ignoreChanges names what the state has by a former name only, the engine finds nothing there and takes it away. What
    // is required is no program's to leave out, so that must be it.
    private PropertyMap WithIgnored(InputChecker checker, PropertyMap stored, PropertyMap inputs)
    {
        foreach (var property in Inputs.Properties)
        {
            if (
                property is { Required: true, FormerNames.Count: > 0 }
                && !stored.ContainsKey(property.Name)
                && !inputs.ContainsKey(property.Name)
                && !property.FormerNames.Any(inputs.ContainsKey)
                && checker.Held?.Find(property.Name) is { } held
            )
            {
                inputs = inputs.With(property.Name, held);
                checker.Warn(PropertyPath.Root.Append(property.Name), "not set; it stays as it was by its former name");
            }
        }

        return inputs;
    }

    // What nobody has told replaces nothing; of the rest, what can be changed in one direction only may.
    private static ImmutableArray<Change> Judged(
        ImmutableArray<Change> changes,
        IEnumerable<string> noWayBack,
        IEnumerable<string> untold
    )
    {
        var (kept, unknown) = (noWayBack.ToHashSet(StringComparer.Ordinal), untold.ToHashSet(StringComparer.Ordinal));
        return
        [
            .. changes.Select(change =>
                change.Path.Head is not { } name ? change
                : unknown.Contains(name) ? change with { Replaces = false }
                : kept.Contains(name) ? change with { Replaces = true }
                : change
            ),
        ];
    }

    // Of outputs that differ from what they have to be; one that follows an input that changes, changes with it.
    private IEnumerable<Change> Undecided(
        object session,
        PropertyMap oldState,
        PropertyMap newInputs,
        ImmutableArray<Change> changes,
        IgnoredPaths ignored
    )
    {
        var changed = Names(changes);
        return Decided(session, newInputs, oldState)
            .Where(decided => State.Find(decided.Key)?.ChangesWith?.Any(changed.Contains) is not true)
            .SelectMany(decided =>
                InputDiff.OfOutput(State.Find(decided.Key)!, oldState.Find(decided.Key), decided.Value, ignored)
            );
    }

    private static PropertyMap With(PropertyMap preview, PropertyMap decided) =>
        decided.Aggregate(
            preview,
            static (map, output) =>
                Sameness.IsNull(output.Value) ? map.Without(output.Key) : map.With(output.Key, output.Value)
        );

    // After an update that half succeeded, or where the cloud chose, the state knows better than the inputs.
    private static PropertyMap Held(PropertyMap oldInputs, PropertyMap oldState) =>
        oldState.Aggregate(
            oldInputs,
            static (held, entry) => Sameness.IsNull(entry.Value) ? held : held.With(entry.Key, entry.Value)
        );

    private static HashSet<string> Names(ImmutableArray<Change> changes) =>
        changes.Select(static change => change.Path.Head).OfType<string>().ToHashSet(StringComparer.Ordinal);
}
