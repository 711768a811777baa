using System.Text;
using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Api.Disagreements;

/// <summary>
/// Everything in which the documents disagree: the VPCEP API Reference (Ankara, 4.2.x-7.x), "Querying VPC Endpoint
/// Services" of Huawei Cloud and of OTC, OTC's "Querying Connections", and "P2C VPN gateway connections".
/// </summary>
public class DisagreementTests
{
    private static readonly Dictionary<int, Disagreement> Rows = ServiceRows
        .All.Concat(EndpointRows.All)
        .Concat(ListRows.All)
        .Concat(ProtocolRows.All)
        .ToDictionary(row => row.Number);

    public static TheoryData<int, string> Numbers { get; } =
        new(Rows.Values.OrderBy(row => row.Number).Select(row => (row.Number, row.What)));

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Client_makes_sense_of_both_sides(int number, string what)
    {
        var row = Rows[number];
        Assert.Equal(row.What, what);
        var time = new ManualTime();
        await using var cloud = await FakeCloud.StartAsync(
            async (context, call) =>
            {
                var (status, body) = row.Answer(call);
                context.Response.StatusCode = status;
                if (body.Length > 0)
                {
                    context.Response.ContentType = "application/json";
                    await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
                }
            }
        );
        await using var _ = time.AutoAdvance();

        await row.Check(new Stage(cloud, time)).DefaultTimeout();
    }

    [Fact]
    public void Every_point_has_its_row() => Assert.Equal(Enumerable.Range(1, 34), Rows.Keys.Order());
}
