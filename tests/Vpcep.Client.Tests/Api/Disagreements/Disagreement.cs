using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Api.Disagreements;

/// <summary>A point on which the API's documents disagree with themselves or with one another, and what the client makes of it.</summary>
/// <param name="Number">Its place in the list.</param>
/// <param name="What">What is written in two ways, and where.</param>
/// <param name="Answer">A host that answers as the examples do (made legal JSON where they are not).</param>
/// <param name="Check">Asks the host through the client and judges what comes back.</param>
internal sealed record Disagreement(
    int Number,
    string What,
    Func<SeenCall, (int Status, string Body)> Answer,
    Func<Stage, Task> Check
)
{
    /// <summary>With a host that gives one answer to everything.</summary>
    public Disagreement(int number, string what, string answer, Func<Stage, Task> check)
        : this(number, what, _ => (200, answer), check) { }
}

/// <summary>What a check has at hand.</summary>
internal sealed record Stage(FakeCloud Cloud, ManualTime Time)
{
    /// <summary>A client of the host; its clock moves by itself.</summary>
    public VpcepClient Client { get; } =
        Cloud.Client(Time, options => options with { VpnEndpoint = Cloud.Uri, MaxRetries = 2 });

    public ServicesApi Services => Client.Services;

    public EndpointsApi Endpoints => Client.Endpoints;

    public ConnectionsApi Connections => Client.Connections;

    public PermissionsApi Permissions => Client.Permissions;

    public static async Task<VpcepException> FailsAsync(Func<Task> act) =>
        await Assert.ThrowsAsync<VpcepException>(() => act().DefaultTimeout());
}
