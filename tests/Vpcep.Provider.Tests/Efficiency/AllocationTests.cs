using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Client;
using Vpcep.Provider.Resources.Endpoint;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Efficiency;

/// <summary>What the work of a call allocates; a change that makes it half as much again has to say why.</summary>
public sealed class AllocationTests
{
    private static readonly PropertyMap Inputs = Props.Endpoint("9d4c1028-1336-4556-9881-b5d807c1b8a8");

    [Fact]
    public void Reading_a_message()
    {
        var message = StructCodec.Encode(Inputs);
        Measure(MostForReading, () => StructCodec.Decode(message));
    }

    [Fact]
    public void Writing_a_message() => Measure(MostForWriting, static () => StructCodec.Encode(Inputs));

    [Fact]
    public void Checking_inputs() =>
        Measure(
            MostForChecking,
            static () => new InputChecker(Features.All).Check(EndpointInputs.Model, Inputs, PropertyPath.Root)
        );

    [Fact]
    public void Finding_no_difference() =>
        Measure(
            MostForComparing,
            static () =>
                InputDiff.Between(EndpointInputs.Model, Inputs, Inputs, Inputs, IgnoredPaths.None, Features.All)
        );

    [Fact]
    public void Signing_a_request()
    {
        var key = new AccessKeyCredential("an-access-key", "a-secret-key", null, SigningForm.Direct);
        var body = new byte[300];
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://vpcep.example.com/v1/p/vpc-endpoints");
        Measure(
            MostForSigning,
            () =>
            {
                request.Headers.Clear();
                var signing = key.AuthenticateAsync(request, body, DateTimeOffset.UnixEpoch, CancellationToken.None);
                Assert.True(signing.IsCompletedSuccessfully);
                return request;
            }
        );
    }

    private const int MostForReading = 750;
    private const int MostForWriting = 1_400;
    private const int MostForChecking = 2_500;
    private const int MostForComparing = 1_700;
    private const int MostForSigning = 5_300;

    private static void Measure<T>(int mostBytes, Func<T> work)
    {
        const int Times = 200;
        for (var time = 0; time < Times; time++)
        {
            work();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < Times; time++)
        {
            work();
        }

        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / Times;
        Assert.True(each <= mostBytes, $"{each} bytes; {mostBytes} were enough");
    }
}
