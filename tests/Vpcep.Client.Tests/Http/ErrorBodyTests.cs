using System.Text;

namespace Vpcep.Client.Tests.Http;

public class ErrorBodyTests
{
    [Theory]
    [InlineData("""{"error_code":"EndPoint.0005","error_msg":"gone"}""", "EndPoint.0005", "gone")]
    [InlineData("""{"error_code":"Endpoint.2013","error_msg":"no"}""", "EndPoint.2013", "no")]
    [InlineData(
        """{"error_code":"PAP.0001","error_msg":"denied","encoded_authorization_message":"secret"}""",
        "PAP.0001",
        "denied"
    )]
    [InlineData("""{"error":{"code":"APIGW.0301","message":"bad signature"}}""", "APIGW.0301", "bad signature")]
    [InlineData(
        """{"error_code":"EndPoint.0002","error_msg":"a","error":{"code":"b","message":"c"}}""",
        "EndPoint.0002",
        "a"
    )]
    [InlineData("""{"code":"EndPoint.0004","message":"no rights"}""", "EndPoint.0004", "no rights")]
    [InlineData("""{"error":{"code":401,"title":"Unauthorized","message":"log in"}}""", "401", "log in")]
    [InlineData("""{"error":[{"error_code":"EndPoint.3001","error_message":"port"}]}""", "EndPoint.3001", "port")]
    [InlineData("""{"error":"plain"}""", null, "plain")]
    [InlineData("""{"anything":"else"}""", null, null)]
    [InlineData("upstream said\n no", null, "upstream said no")]
    [InlineData("", null, null)]
    public void Every_shape_gives_code_and_words(string body, string? code, string? message)
    {
        var read = ErrorBody.Read(Encoding.UTF8.GetBytes(body), "application/json");

        Assert.Equal(code, read.Code);
        Assert.Equal(message, read.Message);
    }

    [Fact]
    public void Web_page_is_not_quoted()
    {
        var read = ErrorBody.Read("<html><body>secret</body></html>"u8, "text/html");

        Assert.Null(read.Code);
        Assert.DoesNotContain("secret", read.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_text_is_cut()
    {
        var read = ErrorBody.Read(Encoding.UTF8.GetBytes(new string('x', 5000)), "text/plain");

        Assert.InRange(read.Message!.Length, 1, 301);
    }

    [Fact]
    public void Request_id_is_taken_from_the_body_too() =>
        Assert.Equal("r7", ErrorBody.Read("""{"code":"X","request_id":"r7"}"""u8, null).RequestId);
}
