using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Tests.Model;

/// <summary>Shelves that can be added to a rack.</summary>
[PropertyObject]
public partial record RackInputs
{
    /// <summary>The shelves.</summary>
    [Unordered]
    public IReadOnlyList<string>? Shelves { get; init; }

    /// <summary>What it is for.</summary>
    public string? Note { get; init; }
}

/// <summary>A rack.</summary>
[PropertyObject]
public sealed partial record RackState : RackInputs;

/// <summary>A change that goes in one direction only replaces in the other one.</summary>
public sealed class OneWayTests
{
    private static readonly PropertyMap Old = Rack("a", "b");

    [Theory]
    [InlineData("a b c", false)]
    [InlineData("b a", false)]
    [InlineData("a", true)]
    [InlineData("a c", true)]
    [InlineData("", true)]
    public void One_less_replaces_and_one_more_does_not(string shelves, bool replaces) =>
        Assert.Equal(replaces, Diff(Rack(shelves.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Replaces);

    [Fact]
    public void Other_changes_beside_it_do_not_replace() =>
        Assert.Equal(
            [("note", false), ("shelves[1]", true)],
            Diff(Rack("a").With("note", "n")).Changes.Select(static change => (change.Path.ToString(), change.Replaces))
        );

    [Fact]
    public void What_the_program_ignores_replaces_nothing() =>
        Assert.Empty(Diff(Rack("a"), IgnoredPaths.Of(["shelves"])).Changes);

    [Fact]
    public void What_nobody_has_told_replaces_nothing() =>
        Assert.False(Diff(Rack("a"), IgnoredPaths.None, Old.With("note", "untold")).Replaces);

    private static Difference Diff(PropertyMap inputs) => Diff(inputs, IgnoredPaths.None, Old);

    private static Difference Diff(PropertyMap inputs, IgnoredPaths ignored) => Diff(inputs, ignored, Old);

    private static Difference Diff(PropertyMap inputs, IgnoredPaths ignored, PropertyMap state)
    {
        var provider = new ProviderDefinition<NoConfig, object>("toy", "1.0.0", static (_, _) => new object()).Resource<
            RackInputs,
            RackState
        >("toy:index:Rack", static _ => new Racks());
        return provider.Resources["toy:index:Rack"].Diff(new object(), Old, state, inputs, ignored);
    }

    private static PropertyMap Rack(params string[] shelves) => new RackInputs { Shelves = shelves }.Encode();

    private sealed class Racks : IUpdatableResource<RackInputs, RackState>, IOneWayResource, IPartlyToldResource
    {
        public IEnumerable<string> NoWayBack(PropertyMap old, PropertyMap inputs) =>
            RackInputs.Decode(old).Shelves!.Except(RackInputs.Decode(inputs).Shelves ?? []).Any() ? ["shelves"] : [];

        public IEnumerable<string> Untold(PropertyMap state) => state.ContainsKey("note") ? ["shelves"] : [];

        public Task<RackState> CreateAsync(Operation operation, RackInputs inputs) => throw new NotSupportedException();

        public Task<Found<RackState>?> ReadAsync(
            Operation operation,
            string id,
            RackInputs? inputs,
            RackState? state
        ) => throw new NotSupportedException();

        public Task<RackState> UpdateAsync(
            Operation operation,
            string id,
            RackInputs? oldInputs,
            RackState? state,
            RackInputs inputs
        ) => throw new NotSupportedException();

        public Task DeleteAsync(Operation operation, string id, RackState? state) => throw new NotSupportedException();
    }
}
