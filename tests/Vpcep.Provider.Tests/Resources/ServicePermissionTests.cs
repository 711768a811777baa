using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Resources;

public sealed class ServicePermissionTests
{
    private const string Someone = "iam:domain::6e9dfd51d1124e8d8498dce894923a0d";

    private static async Task<(ProviderOnEmulator Host, string ServiceId)> StartAsync()
    {
        var host = await ProviderOnEmulator.StartAsync();
        return (host, (await new Managed(host, "EndpointService", "service").CreateAsync(Props.Service)).Id);
    }

    private static PropertyMap Inputs(string service, string permission) =>
        Props.Map(("endpointServiceId", service), ("permission", permission));

    [Fact]
    public async Task Is_one_record_with_an_id_of_service_and_permission()
    {
        var (host, service) = await StartAsync();
        await using var _ = host;
        var permission = await new Managed(host, "ServicePermission").CreateAsync(Inputs(service, Someone));

        Assert.Equal($"{service}/{Someone}", permission.Id);
        Assert.Equal(Someone, permission.Outputs.Text("permission"));
        Assert.True(permission.Outputs.ContainsKey("permissionId"));
        Assert.Empty(await permission.RefreshAsync() ?? ["gone"]);
        await permission.DeleteAsync();
        Assert.Null(await permission.RefreshAsync());
    }

    [Fact]
    public async Task Adding_what_is_there_and_removing_what_is_gone_succeed()
    {
        var (host, service) = await StartAsync();
        await using var _ = host;
        host.Cloud.Cloud.SetPermission(service, Someone, present: true);
        var permission = await new Managed(host, "ServicePermission").CreateAsync(Inputs(service, Someone));

        Assert.Single(host.Cloud.Cloud.FindService(service)!.Permissions);
        await permission.DeleteAsync();
        await permission.DeleteAsync();
        Assert.Empty(host.Cloud.Cloud.FindService(service)!.Permissions);
    }

    [Fact]
    public async Task Under_another_name_it_stays_when_the_one_of_the_old_name_is_deleted()
    {
        var (host, service) = await StartAsync();
        await using var _ = host;
        var old = await new Managed(host, "ServicePermission", "old").CreateAsync(Inputs(service, Someone));
        var renamed = await new Managed(host, "ServicePermission", "renamed").CreateAsync(Inputs(service, Someone));

        await old.DeleteAsync();

        Assert.Single(host.Cloud.Cloud.FindService(service)!.Permissions);
        await renamed.DeleteAsync();
        Assert.Empty(host.Cloud.Cloud.FindService(service)!.Permissions);
    }

    [Fact]
    public async Task Replaced_by_one_of_the_same_record_it_stays()
    {
        var (host, service) = await StartAsync();
        await using var _ = host;
        var old = await new Managed(host, "ServicePermission").CreateAsync(Inputs(service, Someone));
        await new Managed(host, "ServicePermission").CreateAsync(Inputs(service, Someone));

        await old.DeleteAsync();

        Assert.Single(host.Cloud.Cloud.FindService(service)!.Permissions);
        Assert.Contains(
            host.Messages,
            static said => said.Message == "the permission stays: the resource that replaces this one stands for it"
        );
    }

    [Fact]
    public async Task With_its_service_gone_it_is_gone_and_deleting_it_is_fine()
    {
        var (host, service) = await StartAsync();
        await using var _ = host;
        var permission = await new Managed(host, "ServicePermission").CreateAsync(Inputs(service, Someone));
        host.Cloud.Cloud.Vanish(service);

        Assert.Null(await permission.RefreshAsync());
        await permission.DeleteAsync();
    }

    [Fact]
    public async Task An_update_of_one_that_is_gone_says_so()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(Full.Service(host));
        var inputs = Full.Permission(host, service.Id);
        var permission = await new Managed(host, "ServicePermission").CreateAsync(inputs);
        host.Time.Advance(TimeSpan.FromHours(1));
        host.Cloud.Cloud.SetPermission(service.Id, permission.Outputs.Text("permission"), present: false);

        var failure = await Assert.ThrowsAsync<RpcException>(() =>
            permission.UpdateAsync(inputs.With("description", "other"))
        );
        Assert.Equal(StatusCode.NotFound, failure.StatusCode);
        Assert.Contains(
            "does not exist any more, so it cannot be updated",
            failure.Status.Detail,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task One_that_somebody_made_anew_has_its_own_id_and_date()
    {
        var (host, service) = await StartAsync();
        await using var _ = host;
        var permission = await new Managed(host, "ServicePermission").CreateAsync(Inputs(service, Someone));
        var before = permission.Outputs;
        Assert.NotEqual("", before.Text("createdAt"));
        host.Time.Advance(TimeSpan.FromHours(1));
        host.Cloud.Cloud.SetPermission(service, Someone, present: true);

        Assert.Empty(await permission.RefreshAsync() ?? ["gone"]);
        Assert.NotEqual(before.Text("permissionId"), permission.Outputs.Text("permissionId"));
        Assert.NotEqual(before.Text("createdAt"), permission.Outputs.Text("createdAt"));
    }

    [Fact]
    public async Task Is_found_beyond_the_first_page()
    {
        var (host, service) = await StartAsync();
        await using var _ = host;
        for (var i = 0; i < 25; i++)
        {
            host.Cloud.Cloud.SetPermission(service, $"iam:domain::{i:00}", present: true);
        }

        Assert.Equal($"{service}/iam:domain::24", await ImportedId(host, $"{service}/iam:domain::24"));
        Assert.Equal($"{service}/iam:domain::00", await ImportedId(host, $"{service}/iam:domain::00"));
    }

    [Fact]
    public async Task Both_spellings_of_everyone_are_the_same()
    {
        var (host, service) = await StartAsync();
        await using var _ = host;
        var permission = await new Managed(host, "ServicePermission").CreateAsync(Inputs(service, "*"));

        Assert.Equal("*", permission.Outputs.Text("permission"));
        var diff = await permission.DiffAsync(Inputs(service, "iam:domain::*"));
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
        Assert.Empty(await permission.RefreshAsync() ?? ["gone"]);
    }

    [Fact]
    public async Task A_change_replaces_it()
    {
        var (host, service) = await StartAsync();
        await using var _ = host;
        var permission = await new Managed(host, "ServicePermission").CreateAsync(Inputs(service, Someone));

        Assert.Equal(["permission"], (await permission.DiffAsync(Inputs(service, "iam:domain::other"))).Replaces);
    }

    [Fact]
    public async Task An_id_of_another_form_is_refused_with_the_right_form()
    {
        var (host, _) = await StartAsync();
        await using var __ = host;

        var failure = await Assert.ThrowsAsync<RpcException>(() =>
            new Managed(host, "ServicePermission").ImportAsync("nonsense")
        );
        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        Assert.Contains("<service id>/<permission>", failure.Status.Detail, StringComparison.Ordinal);
    }

    private static async Task<string> ImportedId(ProviderOnEmulator host, string id)
    {
        var imported = new Managed(host, "ServicePermission", "imported");
        await imported.ImportAsync(id);
        return imported.Id;
    }
}
