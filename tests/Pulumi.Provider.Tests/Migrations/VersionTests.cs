using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Tests.Migrations;

/// <summary>Each stack of each older version goes on under each newer one.</summary>
public sealed class VersionTests : IDisposable
{
    private readonly AgingStack _stack = new();

    public static TheoryData<int, int> Steps =>
        new()
        {
            { 1, 2 },
            { 1, 3 },
            { 2, 3 },
        };

    public void Dispose() => _stack.Dispose();

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_stack_goes_on_without_a_difference(int older, int newer)
    {
        Assert.Equal(["Create data"], await _stack.UpAsync(older, Volumes.Program(older, 4)));
        var made = _stack.Cloud.Single();

        Assert.Empty(await _stack.UpAsync(newer, Volumes.Program(newer, 4), preview: true));
        Assert.Empty(await _stack.UpAsync(newer, Volumes.Program(newer, 4)));
        Assert.Empty(await _stack.UpAsync(newer, Volumes.Program(newer, 4)));
        Assert.Equal(made, _stack.Cloud.Single());

        var size = newer == 2 ? "sizeGib" : "size";
        Assert.Equal([$"Update data {size}"], await _stack.UpAsync(newer, Volumes.Program(newer, 5)));
        Assert.Equal(made.Value with { MiB = 5 * 1024 }, _stack.Cloud[made.Key]);
        Assert.Empty(await _stack.RefreshAsync(newer));
        Assert.Empty(await _stack.UpAsync(newer, Volumes.Program(newer, 5)));
        await IsOfTodayAsync(newer, size);

        Assert.Equal(["Delete data"], await _stack.DestroyAsync(newer));
        Assert.Empty(_stack.Cloud);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_refresh_brings_what_is_stored_up_to_date_before_any_program_runs(int older, int newer)
    {
        await _stack.UpAsync(older, Volumes.Program(older, 4));

        await _stack.RefreshAsync(newer);

        await IsOfTodayAsync(newer, newer == 2 ? "sizeGib" : "size");
        Assert.Empty(await _stack.UpAsync(newer, Volumes.Program(newer, 4)));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_stack_can_be_destroyed_at_once(int older, int newer)
    {
        await _stack.UpAsync(older, Volumes.Program(older, 4));

        Assert.Equal(["Delete data"], await _stack.DestroyAsync(newer));

        Assert.Empty(_stack.Cloud);
    }

    [Fact]
    public async Task A_stack_lives_through_all_versions()
    {
        foreach (var version in (int[])[1, 2, 3])
        {
            Assert.Equal(
                version == 1 ? ["Create data"] : [],
                await _stack.UpAsync(version, Volumes.Program(version, 4))
            );
        }

        Assert.Equal(["Update data size"], await _stack.UpAsync(3, Volumes.Program(3, 8)));
        await IsOfTodayAsync(3, "size");
    }

    [Theory]
    [InlineData("sizeGib")]
    [InlineData("size")]
    public async Task What_a_program_ignores_by_either_name_stays(string ignored)
    {
        await _stack.UpAsync(2, Volumes.Program(2, 4));

        Assert.Empty(await _stack.UpAsync(3, Volumes.Program(3, 9), ignore: [ignored]));
        Assert.Empty(await _stack.UpAsync(3, Volumes.Program(3, 9), ignore: [ignored]));
        var changed = Volumes.Program(3, 9).With("key", "another");
        Assert.Equal(["Update data key"], await _stack.UpAsync(3, changed, ignore: [ignored]));
        Assert.Equal(4 * 1024, _stack.Cloud.Single().Value.MiB);
        Assert.Equal("another", _stack.Cloud.Single().Value.Password);
    }

    [Fact]
    public async Task A_program_of_before_still_says_former_names()
    {
        await _stack.UpAsync(2, Volumes.Program(2, 4));
        var half = Volumes.Program(3, 4).Without("size").With("gib", 4);

        Assert.Empty(await _stack.UpAsync(3, half));
    }

    // No longer by former names, in no unit of before, and as secret as it was.
    private async Task IsOfTodayAsync(int version, string size)
    {
        var volume = await _stack.VolumeAsync();
        foreach (var stored in (PropertyMap[])[volume.Inputs, volume.Outputs])
        {
            Assert.Equal(
                Volumes.Program(version, 0).Keys.Append("path").Order(StringComparer.Ordinal),
                stored.Keys.Where(static key => key != "__shape").Union(["path"]).Order(StringComparer.Ordinal)
            );
            Assert.IsType<NumberValue>(stored[size]);
            Assert.IsType<SecretValue>(stored[version == 2 ? "password" : "key"]);
            Assert.Equal<PropertyValue>(version - 1, stored["__shape"]);
        }

        Assert.DoesNotContain("opensesame", _stack.Stored, StringComparison.Ordinal);
    }
}
