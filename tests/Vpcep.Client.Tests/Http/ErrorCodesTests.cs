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
    // code, of an endpoint, of a service
    [InlineData("EndPoint.0005", true, true)]
    [InlineData("EndPoint.2006", true, false)]
    [InlineData("EndPoint.2007", true, false)]
    [InlineData("EndPoint.2008", true, false)]
    [InlineData("EndPoint.2003", false, true)]
    // HTTP 404, but about something else.
    [InlineData("EndPoint.2030", false, false)]
    [InlineData("EndPoint.4004", false, false)]
    [InlineData("EndPoint.4008", false, false)]
    [InlineData("EndPoint.4012", false, false)]
    [InlineData("EndPoint.4021", false, false)]
    [InlineData("EndPoint.4030", false, false)]
    [InlineData("APIGW.0101", false, false)]
    [InlineData(null, false, false)]
    public void Gone_is_decided_by_the_code(string? code, bool endpoint, bool service)
    {
        var error = new VpcepException(ErrorClass.NotFound, "test", "404") { Code = code, HttpStatus = 404 };

        Assert.Equal(endpoint, ErrorCodes.MeansGone(error));
        Assert.Equal(service, ErrorCodes.MeansGone(error, ofService: true));
    }

    [Theory]
    [InlineData("EndPoint.0022", 400, ErrorClass.RateLimited)]
    [InlineData("EndPoint.0011", 504, ErrorClass.InvalidInput)]
    [InlineData("EndPoint.2030", 404, ErrorClass.InvalidInput)]
    [InlineData("EndPoint.1018", 400, ErrorClass.Quota)]
    [InlineData("EndPoint.2012", 400, ErrorClass.Auth)]
    [InlineData("EndPoint.3006", 400, ErrorClass.Conflict)]
    [InlineData("EndPoint.2001", 400, ErrorClass.NotFound)]
    [InlineData("EndPoint.4001", 400, ErrorClass.Internal)]
    [InlineData("EndPoint.0013", 504, ErrorClass.Unavailable)]
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
    public void What_stands_in_the_way_for_a_while_is_told_apart()
    {
        var waiting = ErrorCodes.All.Where(code => Error(code.Code).PassesWithState).Select(code => code.Code);

        Assert.Equal(
            ["EndPoint.2018", "EndPoint.2051", "EndPoint.3006", "EndPoint.3045"],
            waiting.Order(StringComparer.Ordinal)
        );
    }

    private static VpcepException Error(string code) => new(ErrorClass.Conflict, "test", "busy") { Code = code };
}
