using System.Text;
using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Http;

/// <summary>Every shape in which the API, its gateway, the identity service and what stands before them tell errors.</summary>
public class ErrorShapeTests
{
    private readonly ManualTime _time = new();

    [Theory]
    [InlineData(
        "of the API",
        400,
        """{"error_code":"EndPoint.0002","error_msg":"Parameter error."}""",
        ErrorClass.InvalidInput,
        "EndPoint.0002",
        "Parameter error."
    )]
    [InlineData(
        "of the API, the code spelled otherwise",
        400,
        """{"error_code":"Endpoint.2 013","error_msg":"The endpoint does not belong to the endpoint service."}""",
        ErrorClass.NotFound,
        "EndPoint.2013",
        "The endpoint does not belong to the endpoint service."
    )]
    [InlineData(
        "of the API, refusing a right",
        403,
        """{"error_code":"PAP.0001","error_msg":"denied","encoded_authorization_message":"canary"}""",
        ErrorClass.Auth,
        "PAP.0001",
        "denied"
    )]
    [InlineData(
        "of another service's sample",
        400,
        """{"error_msg":"The request message format is invalid.","error_code":"IMG.0001"}""",
        ErrorClass.InvalidInput,
        "IMG.0001",
        "The request message format is invalid."
    )]
    [InlineData(
        "nested",
        401,
        """{"error":{"code":"APIGW.0301","message":"bad signature"}}""",
        ErrorClass.Auth,
        "APIGW.0301",
        "bad signature"
    )]
    [InlineData(
        "both at once",
        400,
        """{"error_code":"EndPoint.0002","error_msg":"a","error":{"code":"b","message":"c"}}""",
        ErrorClass.InvalidInput,
        "EndPoint.0002",
        "a"
    )]
    [InlineData(
        "flat with short names",
        403,
        """{"code":"EndPoint.0004","message":"no rights"}""",
        ErrorClass.Auth,
        "EndPoint.0004",
        "no rights"
    )]
    [InlineData(
        "of the identity service",
        403,
        """{"error":{"code":403,"title":"Forbidden","message":"log in"}}""",
        ErrorClass.Auth,
        "403",
        "log in"
    )]
    [InlineData(
        "of the identity service, with a title only",
        403,
        """{"error":{"code":403,"title":"Forbidden"}}""",
        ErrorClass.Auth,
        "403",
        "Forbidden"
    )]
    [InlineData(
        "the one inside failed things",
        400,
        """{"error":[{"error_code":"EndPoint.3002","error_message":"permission"}]}""",
        ErrorClass.InvalidInput,
        "EndPoint.3002",
        "permission"
    )]
    [InlineData(
        "of the gateway: no such API",
        404,
        """{"error_code":"APIGW.0101","error_msg":"The API does not exist"}""",
        ErrorClass.InvalidInput,
        "APIGW.0101",
        "The API does not exist"
    )]
    [InlineData(
        "of the gateway under its older name",
        401,
        """{"error_code":"apig.0301","error_msg":"Incorrect IAM authentication information"}""",
        ErrorClass.Auth,
        "APIG.0301",
        "Incorrect IAM authentication information"
    )]
    [InlineData("one text", 400, """{"error":"plain"}""", ErrorClass.InvalidInput, null, "plain")]
    [InlineData(
        "JSON that tells nothing",
        409,
        """{"anything":"else"}""",
        ErrorClass.Conflict,
        null,
        "the host answers 409 Conflict"
    )]
    [InlineData("a list", 400, "[1]", ErrorClass.InvalidInput, null, "[1]")]
    [InlineData("no JSON", 403, "upstream said\n no", ErrorClass.Auth, null, "upstream said no")]
    [InlineData("nothing", 405, "", ErrorClass.InvalidInput, null, "the host answers 405 Method Not Allowed")]
    public async Task Shape_gives_class_code_words_request_and_hint(
        string shape,
        int status,
        string body,
        ErrorClass kind,
        string? code,
        string words
    )
    {
        var error = await AnswerAsync(status, "application/json", body, "req-7");

        Assert.True((kind, code, words) == (error.Class, error.Code, error.Problem), $"{shape}: {error}");
        Assert.Equal((status, "req-7"), (error.HttpStatus, error.RequestId));
        var facts = code is null ? $"(HTTP {status}, request req-7). " : $"({code}, HTTP {status}, request req-7). ";
        Assert.Contains(facts, error.Message, StringComparison.Ordinal);
        Assert.EndsWith(error.Hint!, error.Message, StringComparison.Ordinal);
        Assert.InRange(error.Hint!.Length, 10, 120);
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The requested resource is unavailable.")]
    [InlineData("The requested resource does not exist.")]
    [InlineData("")]
    public async Task Words_that_sites_change_do_not_change_the_meaning(string words)
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.ErrorAsync(context, 404, "EndPoint.0005", words)
        );

        Assert.Null(await cloud.Client(_time).Endpoints.GetAsync("e1", default).DefaultTimeout());
    }

    [Fact]
    public async Task Request_id_is_taken_from_the_body_where_no_header_has_it()
    {
        var error = await AnswerAsync(
            400,
            "application/json",
            """{"code":"EndPoint.0002","message":"x","request_id":"r7"}""",
            null
        );

        Assert.Equal("r7", error.RequestId);
    }

    [Fact]
    public async Task Web_page_is_not_quoted()
    {
        var error = await AnswerAsync(404, "text/html", "<html><body>secret</body></html>", null);

        Assert.Equal((ErrorClass.NotFound, null), (error.Class, error.Code));
        Assert.Equal("a web page instead of an API answer", error.Problem);
    }

    [Fact]
    public async Task Long_text_is_cut()
    {
        var error = await AnswerAsync(400, "text/plain", new string('x', 5000), null);

        Assert.InRange(error.Problem.Length, 1, 301);
    }

    private async Task<VpcepException> AnswerAsync(int status, string type, string body, string? requestId)
    {
        await using var cloud = await FakeCloud.StartAsync(
            async (context, _) =>
            {
                context.Response.StatusCode = status;
                context.Response.ContentType = type;
                if (requestId is not null)
                {
                    context.Response.Headers["X-Request-Id"] = requestId;
                }
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
            }
        );
        return await Assert.ThrowsAsync<VpcepException>(() =>
            cloud.Client(_time).Services.UpdateAsync("s1", new UpdateServiceRequest(), default).DefaultTimeout()
        );
    }
}
