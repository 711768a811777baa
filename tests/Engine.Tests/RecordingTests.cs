using Pulumi.LocalEngine.Tests.Recordings;
using Pulumi.LocalEngine.Tests.Support;

namespace Pulumi.LocalEngine.Tests;

/// <summary>This engine does what the real one was seen to do.</summary>
public sealed class RecordingTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Recordings", "Scenarios");

    /// <summary>The recordings.</summary>
    public static TheoryData<string> Scenarios =>
        [
            .. Directory
                .EnumerateFiles(Folder, "*.txt")
                .Select(static file => Path.GetFileNameWithoutExtension(file))
                .Order(),
        ];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Does_what_the_real_engine_does(string name)
    {
        var scenario = ScenarioText.Read(await File.ReadAllTextAsync(Path.Combine(Folder, name + ".txt")));
        var provider = new RecordedProvider();
        await using var engine = await EngineFixture.CreateAsync(provider);

        var differences = await new ScenarioPlayer(scenario, provider, engine).PlayAsync();

        Assert.True(differences.Count == 0, string.Join('\n', differences.Prepend("")));
    }
}
