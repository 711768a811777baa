using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;
using Support;
using Vpcep.Client;
using Vpcep.Emulator;
using Vpcep.Provider.Resources.Endpoint;
using Vpcep.Provider.Resources.EndpointApproval;
using Vpcep.Provider.Resources.EndpointService;
using Vpcep.Provider.Resources.ServicePermission;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Exhaustive;

/// <summary>
/// Every input of every resource on every cloud, said in all the ways that its declaration knows: what means the same is no
/// change, whichever was said first, after a refresh and after an import. Only white space around a text may be refused.
/// </summary>
public sealed class MeaningTests
{
    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task Of_a_service(string dialect)
    {
        await using var host = await StartAsync(dialect);
        var all = Full.Service(host);
        await AllAndLeastAsync(host, "EndpointService", EndpointServiceInputs.Model, all);
    }

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task Of_an_endpoint(string dialect)
    {
        await using var host = await StartAsync(dialect);
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(Full.Service(host));
        foreach (var all in new[] { Full.Endpoint(host, service.Id), Full.Gateway(host), Full.Keys(host) })
        {
            await AllAndLeastAsync(host, "Endpoint", EndpointInputs.Model, all, besides: "subnetId");
        }
    }

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task Of_a_permission(string dialect)
    {
        await using var host = await StartAsync(dialect);
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(Full.Service(host));
        var all = Full.Permission(host, service.Id);
        await AllAndLeastAsync(host, "ServicePermission", ServicePermissionInputs.Model, all);
    }

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task Of_an_approval(string dialect)
    {
        await using var host = await StartAsync(dialect);
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(
            Full.Service(host).With("approvalEnabled", true)
        );
        host.Cloud.Cloud.SetPermission(service.Id, "*", present: true);
        var endpoint = host.Cloud.Cloud.CreateEndpoint(Account.Other, service.Id)!;
        var all = Full.Approval(host, service.Id, endpoint.Id);
        await AllAndLeastAsync(host, "EndpointApproval", EndpointApprovalInputs.Model, all);
    }

    private static Task<ProviderOnEmulator> StartAsync(string dialect) =>
        ProviderOnEmulator.StartAsync(options =>
            options with
            {
                Dialect = Dialect.All.Single(known => known.Name == dialect),
                Delay = TimeSpan.Zero,
            }
        );

    // With all inputs, and with those alone that are required, by the declaration or by a rule.
    private static async Task AllAndLeastAsync(
        ProviderOnEmulator host,
        string kind,
        ObjectModel model,
        PropertyMap all,
        string? besides = null
    )
    {
        await MeansTheSameAsync(host, kind, model, all);
        var least = all.Where(input => model.Find(input.Key)!.Required || input.Key == besides);
        await MeansTheSameAsync(host, kind, model, new PropertyMap(least));
    }

    private static async Task MeansTheSameAsync(
        ProviderOnEmulator host,
        string kind,
        ObjectModel model,
        PropertyMap inputs
    )
    {
        var wrong = new List<string>();
        var made = await new Managed(host, kind, "made").CreateAsync(inputs);
        var imported = new Managed(host, kind, "imported");
        await imported.ImportAsync(made.Id);
        await NoChangeAsync(imported, inputs, "imported", wrong);
        var accepted = new List<(string Name, PropertyValue? Value)>();
        foreach (var (name, value, padded) in Said(host, model, inputs))
        {
            var (words, said) = ($"{name} {value}", With(inputs, name, value));
            var (_, failures) = await made.CheckAsync(said);
            if (failures.Length == 0)
            {
                accepted.Add((name, value));
                await NoChangeAsync(made, said, $"{words} now", wrong);
                await NoChangeAsync(imported, said, $"{words} after an import", wrong);
            }
            else if (!padded)
            {
                wrong.Add($"{words} is refused: {string.Join("; ", failures)}");
            }
        }

        await made.DeleteAsync();
        Assert.NotEmpty(accepted);
        for (var round = 0; InRound(accepted, inputs, round) is { } said; round++)
        {
            var first = await new Managed(host, kind, $"round-{round}").CreateAsync(said);
            await NoChangeAsync(first, inputs, $"{said} first", wrong);
            wrong.AddRange((await first.RefreshAsync() ?? ["gone"]).Select(path => $"{said}: {path} drifts"));
            await NoChangeAsync(first, said, $"{said} refreshed", wrong);
            await NoChangeAsync(first, inputs, $"{said} first, and refreshed", wrong);
            await first.DeleteAsync();
        }

        Assert.Empty(wrong);
    }

    // All inputs at once, each in another of the ways to say it; null when all have been tried.
    private static PropertyMap? InRound(
        List<(string Name, PropertyValue? Value)> accepted,
        PropertyMap inputs,
        int round
    )
    {
        var turns = accepted
            .GroupBy(static said => said.Name, static said => said.Value)
            .Where(ways => round < ways.Count())
            .ToList();
        return turns.Count == 0
            ? null
            : turns.Aggregate(inputs, (said, ways) => With(said, ways.Key, ways.ElementAt(round)));
    }

    private static IEnumerable<(string Name, PropertyValue? Value, bool Padded)> Said(
        ProviderOnEmulator host,
        ObjectModel model,
        PropertyMap inputs
    )
    {
        var cloud = ProviderOnEmulator.CloudOf(host.Cloud.Options.Dialect);
        return from property in model.Properties
            from spelling in Spellings.Of(property, inputs.Find(property.Name))
            // What a cloud does not offer may be there as nothing, not as its default.
            where
                property.RequiresFeature is not { } feature
                || cloud.Has(Enum.Parse<CloudFeatures>(feature))
                || spelling.Value?.Equals(property.Default) is not true
            select (property.Name, spelling.Value, spelling.Padded);
    }

    private static PropertyMap With(PropertyMap inputs, string name, PropertyValue? value) =>
        value is null ? inputs.Without(name) : inputs.With(name, value);

    private static async Task NoChangeAsync(Managed resource, PropertyMap program, string words, List<string> wrong)
    {
        var (inputs, failures) = await resource.CheckAsync(program);
        var diff = await resource.DiffCheckedAsync(inputs);
        wrong.AddRange(failures.Select(failure => $"{words}: {failure}"));
        wrong.AddRange(diff.DetailedDiff.Keys.Select(path => $"{words}: {path} changes"));
    }
}
