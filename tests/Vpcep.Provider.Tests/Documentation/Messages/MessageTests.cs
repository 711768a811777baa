using System.Text.RegularExpressions;
using Support.Documents;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;
using static Vpcep.Provider.Tests.Documentation.Messages.Produced;

namespace Vpcep.Provider.Tests.Documentation.Messages;

/// <summary>docs/troubleshooting.md has the messages as users see them: each is produced here, and the page quotes it.</summary>
public sealed partial class MessageTests
{
    private static readonly (Func<ProviderOnEmulator, Task<string>> Produce, string Advice)[] Messages =
    [
        (ProgramMessages.AbsentInputAsync, "Set it; no value stands beside it, since there is none"),
        (ProgramMessages.RegionThatIsNoneAsync, "Set the region's name as the console shows it, without a blank"),
        (ProgramMessages.IdThatIsNoneAsync, "Give the id that the console shows, or `pulumi stack --show-ids`"),
        (
            ProgramMessages.ImportOfComponentAsync,
            "Import its service, endpoints, permissions and approvals; [components](components.md) says how they are called"
        ),
        (ProgramMessages.WhitelistWithoutEffectAsync, "Set `enableWhitelist`, or leave the whitelist out"),
        (ProgramMessages.WhitelistOfNobodyAsync, "List who may use the endpoint, or leave `enableWhitelist` out"),
        (
            ProgramMessages.ForcedReplacementAsync,
            "`deleteBeforeReplace: true` among the resource's options, then again"
        ),
        (
            ProgramMessages.PerhapsNotOfferedAsync,
            "Look whether the cloud did it; leave the input out where it did not. [Clouds](clouds.md) says who tells what"
        ),
        (ProgramMessages.RegionOfTwoCloudsAsync, "`pulumi config set vpcep:cloud flexibleengine`, or `huaweicloud`"),
        (ProgramMessages.NoVpnEndpointAsync, "`pulumi config set vpcep:vpnEndpoint https://…`"),
        (
            LifeMessages.WaitingForOwnerAsync,
            "Nothing, where the program has an `EndpointApproval` or a `PrivateLink`; otherwise ask the owner of the service"
        ),
        (
            LifeMessages.NotLookedAtAsync,
            "Nothing, where only the program's configuration has it: what is not settled is read before the program runs"
        ),
        (LifeMessages.MadeAnewAsync, "Nothing: a row says what is done now, not what was done before"),
        (LifeMessages.CutConnectionAsync, "Nothing: `rejectConnectionsOnDelete` is set"),
        (LifeMessages.JustMadeAsync, "Wait: what was just made and is missing may only be late"),
        (LifeMessages.UpdateOfWhatIsGoneAsync, "Somebody else deleted it: `pulumi refresh`, then `pulumi up`"),
        (
            LifeMessages.CreationForWhatIsGoneAsync,
            "An interrupted `pulumi destroy` has deleted what the state still has: `pulumi refresh`, then `pulumi up`. Otherwise the id is a wrong one"
        ),
        (LifeMessages.NotPermittedAsync, "A `ServicePermission` for your account (domain) id, in the owner's stack"),
        (LifeMessages.InterruptedDeletionAsync, "`pulumi refresh`; what is gone by then leaves the state"),
        (LifeMessages.DeletionOutOfTimeAsync, "`pulumi refresh`, or `pulumi destroy` again, which waits on"),
        (LifeMessages.CreationOutOfTimeAsync, "`pulumi up` again waits on; `customTimeouts` waits longer at once"),
        (
            LifeMessages.UnknownStatusAsync,
            "A status that the provider does not know is quoted as the cloud spells it; its support knows what it means"
        ),
    ];

    private static readonly (Func<ProviderOnEmulator, Task<string>> Produce, string Advice)[] Addresses =
    [
        (AddressMessages.ExpiredTokenAsync, "A new token: they last 24 hours at most"),
        (AddressMessages.WrongKeyAsync, "The key and the secret that belong together"),
        (AddressMessages.WrongPasswordAsync, "The right password. A wrong one is sent once in a run"),
        (AddressMessages.NoTokenAsync, "The address of the identity service"),
        (AddressMessages.NoSuchProjectAsync, "The project's id, or its name as the console shows it"),
        (AddressMessages.NotInTheCatalogAsync, "The address of the API, or the right `region`"),
        (AddressMessages.PageAsync, "The address of the API; a proxy on the way may have answered in its place"),
        (
            AddressMessages.PageForCreationAsync,
            "The address of the API; where that is right, look for the service in the cloud first"
        ),
        (AddressMessages.PageOfNothingAsync, "The address of the API; ids are not to blame"),
        (AddressMessages.PlainTextToTlsAsync, "`https://` in front of the address"),
        (AddressMessages.TlsToPlainTextAsync, "`http://` in front of the address, or the right port"),
        (AddressMessages.UntrustedAsync, "`caFile` with the authority's certificate"),
        (AddressMessages.NobodyListensAsync, "The address of the API"),
        (AddressMessages.ProxyThatIsNotThereAsync, "The proxy's right address, or `NO_PROXY` with the host in it"),
        (AddressMessages.EmptyAnswerAsync, "It was tried again, in vain: run again later"),
    ];

    [Fact]
    public Task Page_quotes_each() => QuotesAsync("messages", Messages);

    [Fact]
    public Task Page_quotes_each_of_addresses_and_sign_in() => QuotesAsync("addresses", Addresses);

    private static async Task QuotesAsync(
        string table,
        (Func<ProviderOnEmulator, Task<string>> Produce, string Advice)[] messages
    )
    {
        var rows = new List<string[]>();
        foreach (var (produce, advice) in messages)
        {
            await using var host = await ProviderOnEmulator.StartAsync();
            rows.Add([Quoted(await produce(host)), advice]);
        }

        PageTable.AssertEquals("docs/troubleshooting.md", table, ["message", "what to do"], rows);
    }

    [Theory]
    [InlineData("Endpoint")]
    [InlineData("ServicePermission")]
    [InlineData("EndpointApproval")]
    public async Task What_an_interrupted_destroy_deleted_is_for_a_refresh_to_find(string kind)
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(Props.Endpoint(service.Id));
        var inputs = kind switch
        {
            "Endpoint" => Props.Endpoint(service.Id),
            "ServicePermission" => Props.Map(("endpointServiceId", service.Id), ("permission", "*")),
            _ => Props.Map(("endpointServiceId", service.Id), ("endpointId", endpoint.Id)),
        };
        host.Time.Advance(TimeSpan.FromMinutes(5));
        host.Cloud.Cloud.Vanish(endpoint.Id);
        host.Cloud.Cloud.Vanish(service.Id);

        var message = await FailureAsync(() => new Managed(host, kind, "new").CreateAsync(inputs));

        Assert.Contains("`pulumi refresh`", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "rejecting 1 connection")]
    [InlineData(2, "rejecting 2 connections")]
    public async Task Numbers_agree_with_their_nouns(int endpoints, string status)
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await new Managed(host, "EndpointService").CreateAsync(
            Props.Service.With("approvalEnabled", false).With("rejectConnectionsOnDelete", true)
        );
        host.Cloud.Cloud.SetPermission(service.Id, "*", present: true);
        for (var number = 0; number < endpoints; number++)
        {
            host.Cloud.Cloud.CreateEndpoint(Account.Other, service.Id);
        }

        await service.DeleteAsync();

        Assert.Contains(host.Messages, message => message.Ephemeral && message.Message == status);
    }

    [Fact]
    public async Task Row_says_what_it_does_and_not_what_it_did_before()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(Props.Endpoint(service.Id));
        await endpoint.DeleteAsync();
        var deleted = Statuses(host, endpoint.Urn);
        host.Messages.Clear();

        await endpoint.CreateAsync(Props.Endpoint(service.Id));

        Assert.DoesNotContain(deleted, static status => status.StartsWith("gone", StringComparison.Ordinal));
        Assert.Contains("deleting", deleted);
        Assert.Equal("creating", Statuses(host, endpoint.Urn)[0]);
    }

    // Ids, ports, times and requests differ from run to run, and what was seen last with how fast the machine is.
    private static string Quoted(string message)
    {
        var text = Port().Replace(Request().Replace(Uuid().Replace(message, "…"), "request …"), "127.0.0.1:…");
        text = Seconds().Replace(LastSeen().Replace(text, ""), "(… s)");
        return $"\"{text.Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal)}\"";
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.CultureInvariant)]
    private static partial Regex Uuid();

    [GeneratedRegex("request [0-9a-f]{16,}", RegexOptions.CultureInvariant)]
    private static partial Regex Request();

    [GeneratedRegex(@"127\.0\.0\.1:[0-9]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Port();

    [GeneratedRegex(
        @"; last seen: (creating|deleting|gone|waiting|not visible yet)[^;]*\([0-9]+ s\)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex LastSeen();

    [GeneratedRegex(@"\([0-9]+ s\)", RegexOptions.CultureInvariant)]
    private static partial Regex Seconds();
}
