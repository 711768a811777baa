using FsCheck;
using FsCheck.Fluent;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Migrations;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Migrations;

/// <summary>Says nothing.</summary>
[PropertyObject]
public partial record SafeInputs;

/// <summary>A safe of before.</summary>
[PropertyObject]
public sealed partial record OldSafe
{
    /// <summary>One.</summary>
    public double? A { get; init; }

    /// <summary>Another.</summary>
    public double? B { get; init; }

    /// <summary>More.</summary>
    public IReadOnlyDictionary<string, double>? More { get; init; }
}

/// <summary>A safe of today.</summary>
[PropertyObject]
public sealed partial record SafeState : SafeInputs
{
    /// <summary>What A was.</summary>
    [ChangesWith]
    public double? First { get; init; }

    /// <summary>Another.</summary>
    [ChangesWith]
    public double? B { get; init; }

    /// <summary>Both.</summary>
    [ChangesWith]
    public double? Sum { get; init; }

    /// <summary>More.</summary>
    [ChangesWith]
    public IReadOnlyList<double>? All { get; init; }
}

internal sealed class Safe : IUpdatableResource<SafeInputs, SafeState>
{
    public Task<SafeState> CreateAsync(Operation operation, SafeInputs inputs) => throw new NotSupportedException();

    public Task<Found<SafeState>?> ReadAsync(Operation operation, string id, SafeInputs? inputs, SafeState? state) =>
        throw new NotSupportedException();

    public Task<SafeState> UpdateAsync(
        Operation operation,
        string id,
        SafeInputs? oldInputs,
        SafeState? state,
        SafeInputs inputs
    ) => throw new NotSupportedException();

    public Task DeleteAsync(Operation operation, string id, SafeState? state) => throw new NotSupportedException();
}

/// <summary>What is secret or unknown before a migration is so afterwards; a preview of an update shows the result.</summary>
public sealed class KeepingTests
{
    private static readonly Migration Typed = Migration.From(
        static (OldSafe old) =>
            new SafeState
            {
                First = old.A,
                B = old.B,
                Sum = old.A + old.B,
                All = old.More is null ? null : [.. old.More.Values],
            }
    );

    private static readonly Migration OfMaps = Migration.OfMap(
        "unlocks",
        static old =>
        {
            var made = new Dictionary<string, PropertyValue>();
            foreach (var (from, to) in (ReadOnlySpan<(string, string)>)[("a", "first"), ("b", "b")])
            {
                if (old.Find(from) is { } value)
                {
                    made[to] = value.Unwrapped;
                }
            }

            if (old.Find("a")?.Unwrapped is NumberValue a && old.Find("b")?.Unwrapped is NumberValue b)
            {
                made["sum"] = a.Value + b.Value;
            }

            if (old.Find("more")?.Unwrapped is ObjectValue more)
            {
                made["all"] = new ListValue(more.Fields.Values.Select(static value => value.Unwrapped));
            }

            return new PropertyMap(made);
        }
    );

    private static async Task<PropertyMap> MigratedAsync(Migration step, PropertyMap stored)
    {
        var definition = new ProviderDefinition<NoConfig, object>("toy", "2.0.0", static (_, _) => new object());
        definition.Resource("toy:index:Safe", static _ => new Safe(), new ResourceMigrations { State = [step] });
        await using var provider = await ProviderHarness.StartAsync(definition);
        await provider.Client.ConfigureAsync(new ConfigureRequest());
        var update = await provider.Client.UpdateAsync(
            new UpdateRequest
            {
                Id = "1",
                Urn = "urn:pulumi:dev::p::toy:index:Safe::s",
                Type = "toy:index:Safe",
                OldInputs = new(),
                Olds = StructCodec.Encode(stored),
                News = new(),
                Preview = true,
            }
        );
        return StructCodec.Decode(update.Properties).Without("__shape");
    }

    private static PropertyValue Secret(double number) => ((PropertyValue)number).AsSecret();

    public static TheoryData<bool> Kinds => new(true, false);

    private static Migration Step(bool typed) => typed ? Typed : OfMaps;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_moves_takes_its_secrecy_along(bool typed) =>
        Assert.Equal(
            Map(("first", Secret(17)), ("b", 4), ("all", List(1, Secret(17)))),
            (
                await MigratedAsync(
                    Step(typed),
                    Map(("a", Secret(17)), ("b", 4), ("more", Object(("x", 1), ("y", Secret(17)))))
                )
            ).Without("sum")
        );

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_stays_stays_secret_by_its_path(bool typed) =>
        Assert.Equal(
            Map(("first", 17), ("b", Secret(4)), ("sum", 21)),
            await MigratedAsync(Step(typed), Map(("a", 17), ("b", Secret(4))))
        );

    [Fact]
    public async Task What_cannot_be_found_again_makes_all_that_was_touched_secret()
    {
        var halves = Migration.OfMap("halves", static old => Map(("first", 8.5), ("b", old["b"])));

        Assert.Equal(
            Map(("first", Secret(8.5)), ("b", 4)),
            await MigratedAsync(halves, Map(("a", Secret(17)), ("b", 4)))
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_unknown_stays_so(bool typed)
    {
        var made = await MigratedAsync(Step(typed), Map(("a", PropertyValue.Unknown), ("b", 4)));

        Assert.Equal(PropertyValue.Unknown, made["first"]);
        Assert.Equal<PropertyValue>(4, made["b"]);
    }

    // Distinct numbers, so that each can be told from the others.
    private static readonly Gen<PropertyMap> Stored =
        from secrets in Gen.ArrayOf(Gen.Choose(0, 1), 5)
        from present in Gen.ArrayOf(Gen.Choose(0, 3), 5)
        from seed in Gen.Choose(1, 1000)
        select OfParts(
            [
                .. Enumerable
                    .Range(0, 5)
                    .Select(i =>
                        present[i] == 0 ? null
                        : secrets[i] == 1 ? Secret((seed << i) + i + 0.25)
                        : (PropertyValue)((seed << i) + i + 0.25)
                    ),
            ],
            seed
        );

    private static PropertyMap OfParts(PropertyValue?[] parts, int seed)
    {
        var more = new PropertyMap(
            parts
                .Skip(2)
                .Index()
                .Where(static part => part.Item is not null)
                .Select(static part => KeyValuePair.Create($"k{part.Index}", part.Item!))
        );
        var whole = (PropertyValue)new ObjectValue(more);
        return new PropertyMap(
            new (string Name, PropertyValue? Value)[]
            {
                ("a", parts[0]),
                ("b", parts[1]),
                (
                    "more",
                    more.Count == 0 ? null
                    : seed % 3 == 0 ? whole.AsSecret()
                    : whole
                ),
            }
                .Where(static entry => entry.Value is not null)
                .Select(static entry => KeyValuePair.Create(entry.Name, entry.Value!))
        );
    }

    private static IEnumerable<double> Plain(PropertyValue value) =>
        value switch
        {
            NumberValue number => [number.Value],
            ListValue list => list.Items.SelectMany(Plain),
            ObjectValue obj => obj.Fields.Values.SelectMany(Plain),
            _ => [],
        };

    private static IEnumerable<double> All(PropertyValue value) =>
        value.Unwrapped switch
        {
            NumberValue number => [number.Value],
            ListValue list => list.Items.SelectMany(All),
            ObjectValue obj => obj.Fields.Values.SelectMany(All),
            _ => [],
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_random_secret_comes_out_in_the_open_and_no_value_is_lost(bool typed)
    {
        var property = Prop.ForAll(
            Stored.ToArbitrary(),
            stored =>
            {
                var whole = new ObjectValue(stored);
                var open = Plain(whole).ToHashSet();
                var made = new ObjectValue(MigratedAsync(Step(typed), stored).GetAwaiter().GetResult().Without("sum"));
                Assert.All(Plain(made), number => Assert.Contains(number, open));
                Assert.Equal(All(whole).Order(), All(made).Order());
            }
        );
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(30), property);
    }
}
