using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Documentation.Messages;

/// <summary>Words as the engine gets them.</summary>
internal static class Produced
{
    public static async Task<string> WarningAsync(ProviderOnEmulator host, PropertyMap inputs)
    {
        var (_, failures) = await new Managed(host, "Endpoint").CheckAsync(inputs);
        Assert.Empty(failures);
        return Assert.Single(host.Messages, static message => message.Severity is LogSeverity.Warning).Message;
    }

    public static async Task<string> FailureAsync(Func<Task> call)
    {
        var answer = await Assert.ThrowsAsync<RpcException>(() => call().DefaultTimeout());
        Assert.False(answer.StatusCode is StatusCode.Internal, answer.Status.Detail);
        return answer.Status.Detail;
    }

    public static List<string> Statuses(ProviderOnEmulator host, string urn) =>
        [
            .. host
                .Messages.Where(message => message.Ephemeral && message.Urn == urn)
                .Select(static message => message.Message),
        ];
}
