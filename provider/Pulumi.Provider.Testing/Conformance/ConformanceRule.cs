namespace Pulumi.Provider.Testing;

/// <summary>What every resource of a provider has to keep to.</summary>
public enum ConformanceRule
{
    /// <summary>The inputs of the sample, and its changes, are what the resource takes: they can be made, changed and deleted.</summary>
    SampleWorks,

    /// <summary>What Check answers, Check leaves as it is; asked the same twice it answers the same.</summary>
    CheckIsIdempotent,

    /// <summary>The same inputs are no difference; each changed input is named, and no other.</summary>
    DiffIsHonest,

    /// <summary>What an update says it has done is done: state and thing are as the new inputs say.</summary>
    ChangesAreApplied,

    /// <summary>A preview announces the steps that follow, and what it says is known of outputs turns out so.</summary>
    PreviewIsTrue,

    /// <summary>A preview makes, changes and deletes nothing.</summary>
    PreviewChangesNothing,

    /// <summary>What is there after a create or an update is what the state says: a refresh finds nothing.</summary>
    RefreshIsEmpty,

    /// <summary>An import by the id finds what the create made, and the same program then changes nothing.</summary>
    ImportRoundTrips,

    /// <summary>A secret is nowhere in plain: not in the state, an id, a message or an error.</summary>
    SecretsAreKept,

    /// <summary>A create that the user interrupts, at whatever moment, loses nothing that was made.</summary>
    CancellationKeepsWhatWasMade,

    /// <summary>A create that fails, at whatever moment, loses nothing that was made.</summary>
    FailureKeepsWhatWasMade,

    /// <summary>A delete deletes, and a thing that is gone already is no error.</summary>
    DeleteOfGoneIsNoError,

    /// <summary>A read of what is not there, or of an id that never was one, finds nothing and says so.</summary>
    ReadOfGoneIsEmpty,

    /// <summary>Inputs that are not known yet are accepted, stay so, and break no diff and no preview.</summary>
    UnknownsSurvive,

    /// <summary>What was changed or deleted behind the provider's back is seen by a refresh and put right by an update.</summary>
    DriftIsSeen,

    /// <summary>An update without a difference, which finishes what an earlier operation began, changes nothing.</summary>
    RepairChangesNothing,

    /// <summary>Two of them, made at the same time, do not get into each other's way.</summary>
    TwoAtOnce,

    /// <summary>No failure of a user's or a server's making is reported as a bug of the provider.</summary>
    FailuresAreNoBugs,
}
