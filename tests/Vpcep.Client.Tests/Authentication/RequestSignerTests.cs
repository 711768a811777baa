using System.Text;

namespace Vpcep.Client.Tests.Authentication;

/// <summary>Signatures that other implementations of the algorithm publish.</summary>
public class RequestSignerTests
{
    private const string Vpcs =
        "https://service.region.example.com/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0";

    [Theory]
    [InlineData(
        "GET",
        "https://example.huaweicloud.com/path?limit=1",
        "",
        "20060102T150405Z",
        "5a2ce64c865e0e6046321c6f3d5a77ba8413eeaf355c3166c03d58d02ac79624"
    )]
    [InlineData(
        "POST",
        "https://example.huaweicloud.com/path?key=value",
        "{\"Name\":\"test\",\"Id\":1}\n",
        "20060102T150405Z",
        "cecc2af119b18ab70b4d094c0750f3b42c02f254903179a0fc2cc72fc9db4f59"
    )]
    public void Direct_signature_of_the_date_alone_matches_the_published_one(
        string method,
        string uri,
        string body,
        string date,
        string signature
    )
    {
        var signer = new RequestSigner("AccessKey", "SecretKey", SigningForm.Direct, "", "");

        var authorization = signer.Authorize(method, new Uri(uri), Headers(("x-sdk-date", date)), Bytes(body));

        Assert.Equal(
            $"SDK-HMAC-SHA256 Access=AccessKey, SignedHeaders=x-sdk-date, Signature={signature}",
            authorization
        );
    }

    [Theory]
    [InlineData("GET", Vpcs, "", "fd95e7da6f695cfb4cabbb9d6b0968aec155bc576b064835282473539ae9ea1d")]
    [InlineData(
        "POST",
        "https://service.region.example.com/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpc/123",
        "{\"key\":\"value\"}",
        "b5649aa774f6cac7437631662f08815fc65c70e40e486df6db2436ce68902771"
    )]
    public void Direct_signature_with_host_matches_the_published_one(
        string method,
        string uri,
        string body,
        string signature
    )
    {
        var signer = new RequestSigner("AccessKey", "SecretKey", SigningForm.Direct, "", "");
        var headers = Headers(("host", "service.region.example.com"), ("x-sdk-date", "20191115T033655Z"));

        var authorization = signer.Authorize(method, new Uri(uri), headers, Bytes(body));

        Assert.Equal(
            $"SDK-HMAC-SHA256 Access=AccessKey, SignedHeaders=host;x-sdk-date, Signature={signature}",
            authorization
        );
    }

    [Fact]
    public void Direct_signature_of_the_handbook_matches()
    {
        var signer = new RequestSigner(
            "QTWAOYTTINDUT2QVKYUC",
            "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc",
            SigningForm.Direct,
            "",
            ""
        );
        var headers = Headers(
            ("content-type", "application/json"),
            ("host", "service.region.example.com"),
            ("x-sdk-date", "20191115T033655Z")
        );

        var authorization = signer.Authorize("GET", new Uri(Vpcs), headers, []);

        Assert.Equal(
            "SDK-HMAC-SHA256 Access=QTWAOYTTINDUT2QVKYUC, SignedHeaders=content-type;host;x-sdk-date, "
                + "Signature=7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe",
            authorization
        );
    }

    [Fact]
    public void Scoped_signature_without_region_and_service_matches()
    {
        var signer = new RequestSigner("AccessKey", "SecretKey", SigningForm.Scoped, "", "");
        var headers = Headers(("host", "service.region.example.com"), ("x-sdk-date", "20191115T033655Z"));

        var authorization = signer.Authorize("GET", new Uri(Vpcs), headers, []);

        Assert.Equal(
            "SDK-HMAC-SHA256 Credential=AccessKey/20191115///sdk_request, SignedHeaders=host;x-sdk-date, "
                + "Signature=245f11f16ca8345a830d152de895145f5067aab716c22f1a76730bf685c32504",
            authorization
        );
    }

    [Theory]
    [InlineData(
        "GET",
        "https://example.huaweicloud.com/path?limit=1",
        "",
        "8fd3610508884bb19718317797c7378716a94bc740d97502e569322e366341cc"
    )]
    [InlineData(
        "POST",
        "https://example.huaweicloud.com/path?key=value",
        "{\"Name\":\"test\",\"Id\":1}\n",
        "4112f88b92d82dd1e1b7dd142f1e99e4f1762c42ca8fe0968b3045120870a903"
    )]
    public void Derived_signature_matches_the_published_one(string method, string uri, string body, string signature)
    {
        var signer = new RequestSigner("AccessKey", "SecretKey", SigningForm.Derived, "test-region-1", "demo");

        var authorization = signer.Authorize(
            method,
            new Uri(uri),
            Headers(("x-sdk-date", "20060102T150405Z")),
            Bytes(body)
        );

        Assert.Equal(
            "V11-HMAC-SHA256 Credential=AccessKey/20060102/test-region-1/demo, SignedHeaders=x-sdk-date, "
                + $"Signature={signature}",
            authorization
        );
    }

    [Fact]
    public void Canonical_request_hashes_as_the_handbook_says()
    {
        var headers = Headers(
            ("content-type", "application/json"),
            ("host", "service.region.example.com"),
            ("x-sdk-date", "20191115T033655Z")
        );

        var canonical = RequestSigner.CanonicalRequest("GET", new Uri(Vpcs), headers, []);

        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Bytes(canonical)));
        Assert.Equal("b25362e603ee30f4f25e7858e8a7160fd36e803bb2dfe206278659d71a9bcd7a", hash);
    }

    [Theory]
    [InlineData(
        "?limit=1&enable=true&test=%E4%B8%80%20(%26%3D%3F!%23%25.*)&path=/tmp/123&multi=3&multi=1&multi=2",
        "enable=true&limit=1&multi=1&multi=2&multi=3&path=%2Ftmp%2F123&test=%E4%B8%80%20%28%26%3D%3F%21%23%25.%2A%29"
    )]
    [InlineData("?empty", "empty=")]
    [InlineData("", "")]
    public void Canonical_query_is_escaped_and_ordered(string query, string canonical) =>
        Assert.Equal(canonical, RequestSigner.CanonicalQuery(query));

    [Fact]
    public void Canonical_path_is_escaped_by_segment_and_ends_in_a_slash()
    {
        var canonical = RequestSigner.CanonicalRequest(
            "GET",
            new Uri("https://h/v1/a%2Fb/c(d)"),
            Headers(("x-sdk-date", "20191115T033655Z")),
            []
        );

        Assert.Equal("/v1/a%2Fb/c%28d%29/", canonical.Split('\n')[1]);
    }

    private static SortedDictionary<string, string> Headers(params (string Name, string Value)[] headers) =>
        new(headers.ToDictionary(header => header.Name, header => header.Value), StringComparer.Ordinal);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
