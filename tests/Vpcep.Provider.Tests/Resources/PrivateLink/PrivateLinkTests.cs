using Pulumi.Provider.Protocol.Values;
using Vpcep.Client;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Resources.PrivateLink;

/// <summary>Private links through an engine: what they are made of, and what changes of theirs touch.</summary>
public sealed class PrivateLinkTests
{
    private const string Approval = "vpcep:index:EndpointApproval";
    private const string Account1 = "6e9dfd51d1124e8d8498dce894923a0e";

    [Theory]
    [InlineData("ankara")]
    [InlineData("huaweicloud")]
    [InlineData("otc")]
    public async Task Lives_a_whole_life(string dialect)
    {
        await using var stack = await LinkStack.StartAsync(dialect);
        stack.Inputs = stack.Inputs.With("allowedAccounts", Props.List(Account1));
        string[] all =
        [
            "Create Endpoint link-a",
            "Create Endpoint link-b",
            "Create EndpointApproval link-a",
            "Create EndpointApproval link-b",
            "Create EndpointService link",
            "Create PrivateLink link",
            $"Create ServicePermission link-{Account1}",
        ];

        Assert.True(await stack.PreviewAsync(), stack.Errors);
        Assert.Equal(all, stack.Steps);
        Assert.Equal(0, Made(stack));

        Assert.True(await stack.UpAsync(), stack.Errors);
        Assert.Equal(all, stack.Steps);
        await IsAsTheCloudSaysAsync(stack, "a", "b");

        // The endpoints were made before their acceptance: the next update has their addresses, and no later one asks.
        foreach (
            var reads in (string[][])
                [
                    ["link-a", "link-b"],
                    [],
                ]
        )
        {
            Assert.True(await stack.UpAsync(), stack.Errors);
            Assert.Equal([], stack.Steps);
            Assert.Equal(reads, stack.Reads);
            Assert.NotEmpty((await stack.ResourceAsync("vpcep:index:Endpoint", "link-a")).Outputs.Text("ip"));
            await IsAsTheCloudSaysAsync(stack, "a", "b");
        }

        Assert.True(await stack.DestroyAsync(), stack.Errors);
        Assert.Equal(
            all.Select(static step => step.Replace("Create", "Delete", StringComparison.Ordinal)),
            stack.Steps
        );
        Assert.Equal((0, 0), (Calls(stack, "reject"), Calls(stack, "remove")));
        Assert.Empty(
            (await stack.StateAsync()).Resources.Where(static state =>
                state.Type.StartsWith("vpcep:", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public async Task A_change_of_one_consumer_or_account_touches_no_other_whatever_the_order()
    {
        await using var stack = await LinkStack.StartAsync();
        var inputs = stack.Inputs;
        stack.Inputs = inputs.With("allowedAccounts", Props.List("aa1", "bb2", "*"));
        Assert.True(await stack.UpAsync(), stack.Errors);
        Assert.Contains("Create ServicePermission link-everyone", stack.Steps);

        stack.Inputs = inputs
            .With("allowedAccounts", Props.List("*", "iam:domain::cc3", "iam:domain::aa1"))
            .With("consumers", LinkStack.Consumers("b", "c"));
        Assert.True(await stack.UpAsync(), stack.Errors);

        Assert.Equal(
            [
                "Create Endpoint link-c",
                "Create EndpointApproval link-c",
                "Create ServicePermission link-cc3",
                "Delete Endpoint link-a",
                "Delete EndpointApproval link-a",
                "Delete ServicePermission link-bb2",
                "Update PrivateLink link",
            ],
            stack.Steps
        );
        await IsAsTheCloudSaysAsync(stack, "b", "c");
    }

    [Fact]
    public async Task A_change_of_what_a_consumer_is_to_have_reaches_its_endpoint()
    {
        await using var stack = await LinkStack.StartAsync();
        Assert.True(await stack.UpAsync(), stack.Errors);
        var changed = ((ObjectValue)LinkStack.Consumer("b")).Fields.With(
            "tags",
            new ObjectValue(Props.Map(("stage", "test")))
        );
        stack.Inputs = stack.Inputs.With(
            "consumers",
            new ObjectValue(Props.Map(("a", LinkStack.Consumer("a")), ("b", new ObjectValue(changed))))
        );

        Assert.True(await stack.UpAsync(), stack.Errors);

        Assert.Equal(["Update Endpoint link-b", "Update PrivateLink link"], stack.Steps);
        await IsAsTheCloudSaysAsync(stack, "a", "b");
    }

    [Fact]
    public async Task Turning_approval_off_and_on_cuts_no_connection()
    {
        await using var stack = await LinkStack.StartAsync();
        Assert.True(await stack.UpAsync(), stack.Errors);

        foreach (var enabled in new[] { false, true })
        {
            stack.Inputs = stack.Inputs.With("approvalEnabled", enabled);
            Assert.True(await stack.UpAsync(), stack.Errors);
            Assert.Equal(["Update EndpointService link", "Update PrivateLink link"], stack.Steps);
        }

        Assert.Equal(0, Calls(stack, "reject"));
        await IsAsTheCloudSaysAsync(stack, "a", "b");
    }

    [Fact]
    public async Task A_connection_that_someone_rejects_is_drift_that_the_next_update_mends()
    {
        await using var stack = await LinkStack.StartAsync();
        Assert.True(await stack.UpAsync(), stack.Errors);
        var service = stack.Outputs.Text("serviceId");
        var endpoint = (await stack.ResourceAsync(Approval, "link-a")).Outputs.Text("endpointId");
        await stack.Client.Connections.RejectAsync(service, endpoint, TestContext.Current.CancellationToken);

        Assert.True(await stack.RefreshAsync(), stack.Errors);
        Assert.Equal(["Update EndpointApproval link-a"], stack.Steps);
        Assert.Equal("reject", (await stack.ResourceAsync(Approval, "link-a")).Inputs.Text("decision"));

        Assert.True(await stack.UpAsync(), stack.Errors);
        Assert.Equal(["Update EndpointApproval link-a"], stack.Steps);
        await IsAsTheCloudSaysAsync(stack, "a", "b");
    }

    [Fact]
    public async Task Endpoints_of_other_accounts_are_accepted_by_their_ids()
    {
        await using var stack = await LinkStack.StartAsync();
        stack.Inputs = Props.Service.With("allowedAccounts", Props.List(Account.Other.DomainId));
        Assert.True(await stack.UpAsync(), stack.Errors);
        var service = stack.Outputs.Text("serviceId");
        var theirs = stack.Cloud.Cloud.CreateEndpoint(Account.Other, service)!.Id;

        stack.Inputs = stack.Inputs.With("acceptedEndpoints", Props.List(theirs));
        Assert.True(await stack.UpAsync(), stack.Errors);

        Assert.Equal([$"Create EndpointApproval link-{theirs}", "Update PrivateLink link"], stack.Steps);
        var connection = await stack.Client.Connections.GetAsync(
            service,
            theirs,
            TestContext.Current.CancellationToken
        );
        Assert.Equal("accepted", connection?.Status);
    }

    [Fact]
    public async Task A_preview_tells_what_it_knows_and_leaves_the_rest_unknown()
    {
        await using var stack = await LinkStack.StartAsync();
        var unknown = new OutputValue(null, false, []);
        var consumer = ((ObjectValue)LinkStack.Consumer("a")).Fields.With("vpcId", unknown).With("enableDns", unknown);
        stack.Inputs = stack
            .Inputs.With("portId", unknown)
            .With("allowedAccounts", Props.List(unknown, "aa1"))
            .With("acceptedEndpoints", unknown)
            .With("consumers", new ObjectValue(Props.Map(("a", new ObjectValue(consumer)), ("later", unknown))));

        Assert.True(await stack.PreviewAsync(), stack.Errors);

        Assert.Equal(
            [
                "Create Endpoint link-a",
                "Create Endpoint link-later",
                "Create EndpointApproval link-a",
                "Create EndpointApproval link-later",
                "Create EndpointService link",
                "Create PrivateLink link",
                "Create ServicePermission link-aa1",
            ],
            stack.Steps
        );
        Assert.Equal(PropertyMap.Empty, stack.Outputs);
    }

    [Theory]
    [InlineData("huaweicloud")]
    [InlineData("ankara")]
    public async Task A_consumer_that_is_not_known_yet_is_not_dropped(string dialect)
    {
        await using var stack = await LinkStack.StartAsync(dialect);
        Assert.True(await stack.UpAsync(), stack.Errors);
        var names = ((ObjectValue)stack.Inputs["consumers"].Unwrapped).Fields.Keys;
        stack.Inputs = stack.Inputs.With(
            "consumers",
            new ObjectValue(
                new PropertyMap(
                    names.Select(static name =>
                        KeyValuePair.Create<string, PropertyValue>(name, new OutputValue(null, false, []))
                    )
                )
            )
        );

        Assert.True(await stack.PreviewAsync(), stack.Errors);

        Assert.Equal(["Update PrivateLink link"], stack.Steps);
        Assert.Equal(
            names.Select(static name =>
                $"consumers.{name}: not known yet, so this preview shows an endpoint that there is"
            ),
            stack.Warnings.Select(static warning => warning.Split(" as it is")[0])
        );
        Assert.DoesNotContain("endpoints", stack.Outputs.Keys);
    }

    [Fact]
    public async Task Where_no_name_is_known_no_approval_is_said_to_stay()
    {
        await using var stack = await LinkStack.StartAsync();
        Assert.True(await stack.UpAsync(), stack.Errors);
        string[] inputs = ["consumers", "allowedAccounts", "acceptedEndpoints"];
        stack.Inputs = inputs.Aggregate(
            stack.Inputs,
            static (all, input) => all.With(input, new OutputValue(null, false, []))
        );

        Assert.True(await stack.PreviewAsync(), stack.Errors);

        Assert.Equal(
            [
                "consumers: not known yet, so this preview cannot tell which endpoints and approvals there will be",
                "allowedAccounts: not known yet, so this preview shows the permissions that there are as they are",
                "acceptedEndpoints: not known yet, so this preview cannot tell which approvals there will be",
            ],
            stack.Warnings.Select(static warning => warning[..warning.LastIndexOf(": ", StringComparison.Ordinal)])
        );
    }

    [Theory]
    [InlineData("consumers", "endpoints and approvals", false)]
    [InlineData("allowedAccounts", "permissions", false)]
    [InlineData("allowedAccounts", "permissions", true)]
    [InlineData("acceptedEndpoints", "approvals", false)]
    [InlineData("acceptedEndpoints", "approvals", true)]
    public async Task A_preview_that_does_not_know_the_names_says_so_and_the_update_deletes_nothing(
        string input,
        string kind,
        bool element
    )
    {
        await using var stack = await LinkStack.StartAsync();
        stack.Inputs = stack.Inputs.With("allowedAccounts", Props.List(Account.Other.DomainId));
        Assert.True(await stack.UpAsync(), stack.Errors);
        var theirs = stack.Cloud.Cloud.CreateEndpoint(Account.Other, stack.Outputs.Text("serviceId"))!.Id;
        stack.Inputs = stack.Inputs.With("acceptedEndpoints", Props.List(theirs));
        Assert.True(await stack.UpAsync(), stack.Errors);
        Assert.Empty(stack.Warnings);

        var known = stack.Inputs;
        var unknown = new OutputValue(null, false, []);
        stack.Inputs = known.With(input, element ? Props.List(unknown) : unknown);
        Assert.True(await stack.PreviewAsync(), stack.Errors);
        Assert.Equal(
            input == "consumers"
                ?
                [
                    "Delete Endpoint link-a",
                    "Delete Endpoint link-b",
                    "Delete EndpointApproval link-a",
                    "Delete EndpointApproval link-b",
                    "Update PrivateLink link",
                ]
                : ["Update PrivateLink link"],
            stack.Steps
        );
        Assert.Equal(
            [
                input == "consumers"
                    ? $"{input}: not known yet, so this preview cannot tell which {kind} there will be: those that it shows as deleted stay where the input turns out to name them"
                    : $"{input}: not known yet, so this preview shows the {kind} that there are as they are: only the update can tell which go and which are new",
            ],
            stack.Warnings
        );

        stack.Inputs = known;
        Assert.True(await stack.UpAsync(), stack.Errors);
        Assert.Equal([], stack.Steps);
        Assert.Empty(stack.Warnings);
    }

    [Fact]
    public async Task What_someone_else_let_in_shows_as_new_where_the_names_are_not_known()
    {
        await using var stack = await LinkStack.StartAsync();
        stack.Inputs = stack.Inputs.With("allowedAccounts", Props.List(Account1));
        Assert.True(await stack.UpAsync(), stack.Errors);
        await stack.Client.Permissions.AddAsync(
            stack.Outputs.Text("serviceId"),
            ["iam:domain::bb2"],
            TestContext.Current.CancellationToken
        );

        stack.Inputs = stack.Inputs.With("allowedAccounts", Props.List(Account1, new OutputValue(null, false, [])));
        Assert.True(await stack.PreviewAsync(), stack.Errors);

        Assert.Equal(["Create ServicePermission link-bb2", "Update PrivateLink link"], stack.Steps);
    }

    [Fact]
    public async Task Whom_someone_else_accepted_shows_as_new_where_the_names_are_not_known_and_nowhere_else()
    {
        await using var stack = await LinkStack.StartAsync();
        stack.Inputs = stack.Inputs.With("allowedAccounts", Props.List(Account.Other.DomainId));
        Assert.True(await stack.UpAsync(), stack.Errors);
        var service = stack.Outputs.Text("serviceId");
        var accepted = stack.Cloud.Cloud.CreateEndpoint(Account.Other, service)!.Id;
        stack.Cloud.Cloud.CreateEndpoint(Account.Other, service);
        await stack.Client.Connections.AcceptAsync(service, accepted, TestContext.Current.CancellationToken);

        Assert.True(await stack.PreviewAsync(), stack.Errors);
        Assert.Equal([], stack.Steps);

        stack.Inputs = stack.Inputs.With("acceptedEndpoints", new OutputValue(null, false, []));
        Assert.True(await stack.PreviewAsync(), stack.Errors);
        Assert.Equal([$"Create EndpointApproval link-{accepted}", "Update PrivateLink link"], stack.Steps);
    }

    [Fact]
    public async Task A_preview_that_cannot_list_who_is_let_in_says_so_and_goes_on()
    {
        await using var stack = await LinkStack.StartAsync();
        stack.Inputs = stack.Inputs.With("allowedAccounts", Props.List(Account1));
        Assert.True(await stack.UpAsync(), stack.Errors);
        stack.Cloud.Faults.Add(new Fault { Operation = "ListPermissions", Code = "EndPoint.0005" });

        stack.Inputs = stack.Inputs.With("allowedAccounts", new OutputValue(null, false, []));
        Assert.True(await stack.PreviewAsync(), stack.Errors);

        Assert.Equal([$"Delete ServicePermission link-{Account1}", "Update PrivateLink link"], stack.Steps);
        Assert.Contains(
            stack.Warnings,
            static warning =>
                warning.StartsWith(
                    "what there is could not be listed, so this preview shows it as deleted: ",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public async Task Wrong_inputs_fail_the_preview_by_their_paths()
    {
        await using var stack = await LinkStack.StartAsync("ankara");
        var consumer = ((ObjectValue)LinkStack.Consumer("a")).Fields.Without("subnetId");
        stack.Inputs = stack
            .Inputs.With("ports", Props.List(Props.Port(70000, 80), Props.Port(1, 2), Props.Port(1, 2)))
            .With("allowedAccounts", Props.List("aa1", "iam:domain::aa1", "not an account", new SecretValue("cc3")))
            .With("tags", new ObjectValue(Props.Map(("stage", "test"))))
            .With("consumers", new ObjectValue(Props.Map(("my.shop", new ObjectValue(consumer.With("subnet", "x"))))));

        Assert.False(await stack.PreviewAsync());

        string[] problems =
        [
            "vpcep:index:PrivateLink resource 'link' has a problem: not all inputs are valid",
            "property ports[0].clientPort has a problem: 70000 is out of range",
            "property ports[2] has a problem: the same mapping as ports[1]",
            "property allowedAccounts[1] has a problem: the same as allowedAccounts[0]",
            "property allowedAccounts[2] has a problem: 'not an account' is not valid; give an account (domain) id",
            "; allowedAccounts[3]: cannot be secret",
            "property tags has a problem: not offered",
            "property consumers[\"my.shop\"].subnet has a problem: there is no such property; did you mean 'subnetId'?",
            "property consumers[\"my.shop\"].subnetId has a problem: required, but not set",
        ];
        Assert.All(problems, problem => Assert.Contains(problem, stack.Errors, StringComparison.Ordinal));
        Assert.Equal([], stack.Steps);
    }

    [Fact]
    public async Task Rules_of_its_members_fail_the_preview_by_their_paths()
    {
        await using var stack = await LinkStack.StartAsync();
        var wrong = new ObjectValue(Props.Map(("stage", "b#")));
        var consumer = ((ObjectValue)LinkStack.Consumer("a")).Fields.With("tags", wrong);
        stack.Inputs = stack
            .Inputs.With("ipVersion", "ipv6")
            .With("tags", wrong)
            .With("acceptedEndpoints", Props.List("e-1", "e-2", "e-1"))
            .With("consumers", new ObjectValue(Props.Map(("a", new ObjectValue(consumer)))));

        Assert.False(await stack.PreviewAsync());

        string[] problems =
        [
            "property snatNetworkId has a problem: required, but not set; a service with an ipVersion of ipv6 needs it",
            "property tags.stage has a problem: ",
            "property acceptedEndpoints[2] has a problem: the same as acceptedEndpoints[0]; remove one of them",
            "property consumers.a.tags.stage has a problem: ",
        ];
        Assert.All(problems, problem => Assert.Contains(problem, stack.Errors, StringComparison.Ordinal));
    }

    private static int Made(LinkStack stack) => stack.Cloud.Calls.All.Count(static call => call.Method == "POST");

    private static int Calls(LinkStack stack, string action) =>
        stack.Cloud.Calls.All.Count(call => call.Body?.Contains($"\"{action}\"", StringComparison.Ordinal) is true);

    private static async Task IsAsTheCloudSaysAsync(LinkStack stack, params string[] consumers)
    {
        var token = TestContext.Current.CancellationToken;
        var service = await stack.Client.Services.GetAsync(stack.Outputs.Text("serviceId"), token);
        Assert.Equal(service?.Name, stack.Outputs.Text("fullName"));
        var endpoints = ((ObjectValue)stack.Outputs["endpoints"]).Fields;
        Assert.Equal(consumers, endpoints.Keys);
        foreach (var (name, value) in endpoints)
        {
            var outputs = ((ObjectValue)value).Fields;
            var endpoint = await stack.Client.Endpoints.GetAsync(outputs.Text("endpointId"), token);
            Assert.Equal(("accepted", outputs.Text("ip")), (endpoint!.Status, endpoint.Ip));
            Assert.Equal(name == "a", outputs.ContainsKey("dnsNames"));
        }

        var link = await stack.ResourceAsync("vpcep:index:PrivateLink", "link");
        Assert.Equal(stack.Outputs, link.Outputs);
    }
}
