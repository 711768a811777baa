using System.Globalization;
using Benchmarks.Report;
using Pulumi.Provider.Protocol.Messages;
using Vpcep.Emulator;

namespace Benchmarks.Sections;

/// <summary>One list for all that are read, and for all that go, on each dialect of the API.</summary>
internal static class Sharing
{
    private const int Size = 500;
    private static readonly TimeSpan Transition = TimeSpan.FromSeconds(5);

    public static async Task<Section> RunAsync(Setting setting)
    {
        var rows = new List<Row>();
        foreach (var dialect in Dialect.All)
        {
            rows.AddRange(await RunAsync(setting, dialect));
        }

        return new Section(
            "Refresh and destroy",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Size} endpoints read at once, as a refresh does, and deleted at once, on each dialect of the API, with latency and limit as above; the cloud takes {Transition.TotalSeconds:F0} s to delete one."
            ),
            rows,
            new Dictionary<string, string>()
        );
    }

    private static async Task<IEnumerable<Row>> RunAsync(Setting setting, Dialect dialect)
    {
        await using var cloud = await Crowd.StartCloudAsync(Transition, dialect);
        using var plugin = await Crowd.StartPluginAsync(setting, cloud);
        var service = cloud.Cloud.CreateService(Account.Default).Id;
        var made = new CreateResponse[Size];
        await Crowd.MeasureAsync(
            cloud,
            plugin,
            Size,
            async number => made[number] = await plugin.Client.CreateAsync(Requests.Create(number, service))
        );
        var refresh = await Crowd.MeasureAsync(
            cloud,
            plugin,
            Size,
            number =>
            {
                var read = Requests.Read(number, made[number].Id);
                read.Inputs = Requests.Create(number, service).Properties;
                read.Properties = made[number].Properties;
                return plugin.Client.ReadAsync(read).ResponseAsync;
            }
        );
        var destroy = await Crowd.MeasureAsync(
            cloud,
            plugin,
            Size,
            number => plugin.Client.DeleteAsync(Requests.Delete(number, made[number].Id)).ResponseAsync
        );
        return [Told("refresh", dialect, refresh, 0.1), Told("destroy", dialect, destroy, 1.1)];
    }

    private static Row Told(string what, Dialect dialect, Phase phase, double most)
    {
        var each = (double)phase.Calls / Size;
        return new Row(
            $"{what} {Size}, {dialect.Name}",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{phase.Wall.TotalSeconds:F1} s, {phase.Calls} calls, {each:F2} each"
            ),
            Target: string.Create(CultureInfo.InvariantCulture, $"≤ {most} calls each"),
            Met: each <= most
        );
    }
}
