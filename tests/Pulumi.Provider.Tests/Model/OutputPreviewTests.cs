using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Model;

public sealed class OutputPreviewTests
{
    private static readonly PropertyMap Inputs = Map(("kind", "box"), ("size", 3));
    private static readonly PropertyMap State = Inputs
        .With("address", "10.0.0.7")
        .With("madeAt", "today")
        .With("fullName", "box-3")
        .With("changedAt", "today");

    [Fact]
    public void A_create_promises_only_what_the_program_says()
    {
        var preview = OutputPreview.OfCreate(SampleInputs.Model, SampleState.Model, Inputs, Features.All);

        Assert.Equal("box", Assert.IsType<StringValue>(preview["kind"]).Value);
        Assert.All(
            ["address", "madeAt", "fullName", "changedAt", "labels"],
            name => Assert.Equal(PropertyValue.Unknown, preview[name])
        );
        Assert.IsType<SecretValue>(preview["password"]);
    }

    [Fact]
    public void An_update_keeps_what_it_leaves_alone()
    {
        var preview = OutputPreview.OfUpdate(
            SampleInputs.Model,
            SampleState.Model,
            State,
            Inputs.With("audience", "you"),
            new HashSet<string> { "audience" },
            Features.All
        );

        Assert.Equal(State["madeAt"], preview["madeAt"]);
        Assert.Equal(State["fullName"], preview["fullName"]);
        Assert.Equal(State["address"], preview["address"]);
        Assert.Equal(PropertyValue.Unknown, preview["changedAt"]);
    }

    [Fact]
    public void An_update_of_a_cause_makes_its_effect_unknown()
    {
        var preview = OutputPreview.OfUpdate(
            SampleInputs.Model,
            SampleState.Model,
            State,
            Inputs.With("size", 4),
            new HashSet<string> { "size" },
            Features.All
        );

        Assert.Equal(PropertyValue.Unknown, preview["fullName"]);
        Assert.Equal(State["madeAt"], preview["madeAt"]);
    }

    [Fact]
    public void An_empty_map_that_the_program_no_longer_writes_is_not_promised()
    {
        var preview = OutputPreview.OfUpdate(
            SampleInputs.Model,
            SampleState.Model,
            State.With("labels", Object()),
            Inputs.With("size", 4),
            new HashSet<string> { "size" },
            Features.All
        );

        Assert.Equal(PropertyValue.Unknown, preview["labels"]);
    }
}
