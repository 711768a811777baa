namespace Vpcep.Client.Tests.Http;

public class ErrorCodesTests
{
    [Fact]
    public void Table_holds_every_documented_code_once_with_a_hint()
    {
        var codes = ErrorCodes.All.Where(code => code.Code.StartsWith("EndPoint.", StringComparison.Ordinal)).ToList();

        Assert.Equal(143 + 12, codes.Count);
        Assert.All(codes, code => Assert.Matches(@"^EndPoint\.\d{4}$", code.Code));
        Assert.All(codes, code => Assert.InRange(code.Hint.Length, 10, 120));
    }

    [Theory]
    [InlineData("Endpoint.2013", "EndPoint.2013")]
    [InlineData("EndPoint.2 010", "EndPoint.2010")]
    [InlineData(" endpoint.0005 ", "EndPoint.0005")]
    [InlineData("apigw.0308", "APIGW.0308")]
    [InlineData("IMG.0001", "IMG.0001")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Code_has_one_spelling(string? printed, string? normal) =>
        Assert.Equal(normal, ErrorCodes.Normalize(printed));

    [Theory]
    [InlineData("APIGW.0101")]
    [InlineData("EndPoint.9999")]
    [InlineData(null)]
    public void Gone_is_nothing_that_only_the_status_says(string? code)
    {
        var error = new VpcepException(ErrorClass.NotFound, "test", "404") { Code = code, HttpStatus = 404 };

        Assert.False(ErrorCodes.MeansGone(error));
        Assert.False(ErrorCodes.MeansGone(error, ofService: true));
        Assert.False(ConnectionsApi.IsGone(error));
    }

    [Theory]
    [InlineData("IMG.0001", 400, ErrorClass.InvalidInput)]
    [InlineData(null, 401, ErrorClass.Auth)]
    [InlineData(null, 404, ErrorClass.NotFound)]
    [InlineData(null, 409, ErrorClass.Conflict)]
    [InlineData(null, 429, ErrorClass.RateLimited)]
    [InlineData(null, 503, ErrorClass.Unavailable)]
    public void Class_comes_from_the_code_and_only_without_one_from_the_status(
        string? code,
        int status,
        ErrorClass expected
    ) => Assert.Equal(expected, ErrorCodes.ClassOf(code, status));

    [Fact]
    public void Every_class_has_a_hint_of_its_own_for_codes_that_are_not_known()
    {
        var hints = Enum.GetValues<ErrorClass>().Select(kind => ErrorCodes.HintFor("VPN.0001", kind)).ToList();

        Assert.All(hints, hint => Assert.InRange(hint.Length, 10, 120));
        Assert.Equal(hints.Distinct(), hints);
    }
}
