using Pulumi.Testing;

namespace App.Tests;

/// <summary>Gives each resource an id and the outputs that a cloud would.</summary>
internal sealed class FakeCloud : IMocks
{
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var state = args.Inputs;
        if (args.Type == "vpcep:index:Endpoint")
        {
            state = state.Add("ip", "10.0.0.8").Add("status", "accepted");
        }

        return Task.FromResult<(string?, object)>(($"{args.Name}-id", state));
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);
}
