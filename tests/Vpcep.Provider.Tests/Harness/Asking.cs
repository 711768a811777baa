using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;

namespace Vpcep.Provider.Tests.Harness;

/// <summary>Calls of functions.</summary>
internal static class Asking
{
    /// <summary>The result of the function.</summary>
    public static async Task<PropertyMap> AskAsync(
        this ProviderOnEmulator host,
        string function,
        params (string Name, PropertyValue Value)[] args
    )
    {
        var answer = await CallAsync(host, function, args);
        Assert.Empty(answer.Failures);
        return StructCodec.Decode(answer.Return);
    }

    /// <summary>What the function says is wrong with its arguments.</summary>
    public static async Task<string[]> RefusedAsync(
        this ProviderOnEmulator host,
        string function,
        params (string Name, PropertyValue Value)[] args
    )
    {
        var answer = await CallAsync(host, function, args);
        return [.. answer.Failures.Select(static failure => $"{failure.Property}: {failure.Reason}")];
    }

    /// <summary>The objects of a list.</summary>
    public static PropertyMap[] Items(this PropertyMap map, string name) =>
        [.. Assert.IsType<ListValue>(map[name]).Items.Select(static item => Assert.IsType<ObjectValue>(item).Fields)];

    /// <summary>A number.</summary>
    public static double Number(this PropertyMap map, string name) => Assert.IsType<NumberValue>(map[name]).Value;

    private static async Task<InvokeResponse> CallAsync(
        ProviderOnEmulator host,
        string function,
        (string Name, PropertyValue Value)[] args
    ) =>
        await host
            .Provider.Client.InvokeAsync(
                new InvokeRequest
                {
                    Tok = function.Contains(':', StringComparison.Ordinal) ? function : $"vpcep:index:{function}",
                    Args = StructCodec.Encode(Props.Map(args)),
                }
            )
            .DefaultTimeout();
}
