using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Polling;

public class AcceptanceWaitTests
{
    private readonly ManualTime _time = new();
    private readonly FakeProject _project;

    public AcceptanceWaitTests() => _project = new FakeProject(_time);

    [Theory]
    [InlineData("accepted")]
    [InlineData("rejected")]
    public async Task Pending_endpoint_is_awaited_until_its_services_owner_decides(string decision)
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var endpoint = _project.Add(status: "creating");
        var seen = new List<string?>();
        var wait = cloud
            .Client(_time)
            .Endpoints.WaitUntilAcceptedAsync(endpoint.Id, progress => seen.Add(progress.Status), default);
        foreach (var status in new[] { "creating", "pendingAcceptance", "Pending acceptance", decision })
        {
            await _time.UntilTimersAsync();
            endpoint.Status = status;
            await _time.AdvanceToNextAsync();
        }

        Assert.Equal(decision, (await wait.DefaultTimeout()).Status);
        Assert.Equal(["creating", "pendingAcceptance", "Pending acceptance", decision], seen);
    }

    [Fact]
    public async Task Endpoint_that_fails_while_it_waits_for_acceptance_is_an_error()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var endpoint = _project.Add(status: "failed");
        endpoint.Error = """[{"error_code":"EndPoint.4004","error_message":"The subnet is not found."}]""";
        await using var _ = _time.AutoAdvance();

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            cloud.Client(_time).Endpoints.WaitUntilAcceptedAsync(endpoint.Id, null, default).DefaultTimeout()
        );

        Assert.Equal((ErrorClass.Failed, "EndPoint.4004"), (error.Class, error.Code));
    }
}
