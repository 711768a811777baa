namespace Vpcep.Client.Tests.Api;

/// <summary>What is said when nobody knows whether something was made.</summary>
public class CreatePlanTests
{
    private const string Look = "Look for it in the cloud before running again";

    [Theory]
    [InlineData("", false, "", Look)]
    [InlineData("", true, "", "Check the proxy. Where it was the API, look for it in the cloud before running again")]
    [InlineData("e1 e2", true, ": e1, e2", "Import the right one, or delete those that nobody needs, and run again")]
    public void What_it_may_have_made_is_named_and_what_to_do(string made, bool foreign, string named, string hint)
    {
        var plan = new CreatePlan<string>(
            "group",
            new ApiRequest(HttpMethod.Post, "/", "create it"),
            static _ => null,
            static _ => true,
            static _ => AsyncEnumerable.Empty<string>()
        );
        var lost = new VpcepException(ErrorClass.Unavailable, "create it", "timed out")
        {
            Code = "code",
            HttpStatus = 504,
            RequestId = "request",
            IsForeign = foreign,
            Hint = "Check the proxy",
        };

        var error = plan.Unknown(lost, "it was not found", made.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal($"the answer was lost (timed out) and it was not found{named}", error.Problem);
        Assert.Equal(hint, error.Hint);
        Assert.Equal(
            (ErrorClass.Unknown, "code", 504, "request"),
            (error.Class, error.Code, error.HttpStatus, error.RequestId)
        );
    }
}
