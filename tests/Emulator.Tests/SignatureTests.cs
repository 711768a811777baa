using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Vpcep.Emulator.Tests;

/// <summary>The published signature vectors, and what must not pass for them.</summary>
public sealed class SignatureTests
{
    public static TheoryData<string> Names => [.. Vectors.Keys];

    private static Dictionary<string, Vector> Vectors { get; } = Read();

    [Theory]
    [MemberData(nameof(Names))]
    public void Signature_of_a_vector_is_recognised(string name)
    {
        var vector = Vectors[name];
        var signature = Signature.Parse(vector.Authorization)!;
        Assert.Equal(
            vector.CanonicalRequest,
            CanonicalRequest.Of(Request(vector, vector.Target, vector.Body), signature.SignedHeaders).First()
        );
        Assert.True(signature.Fits(Request(vector, vector.Target, vector.Body), vector.SecretKey));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Signature_of_another_request_or_key_is_refused(string name)
    {
        var vector = Vectors[name];
        var signature = Signature.Parse(vector.Authorization)!;
        Assert.False(signature.Fits(Request(vector, vector.Target, vector.Body + " "), vector.SecretKey));
        Assert.False(signature.Fits(Request(vector, "/other" + vector.Target, vector.Body), vector.SecretKey));
        Assert.False(signature.Fits(Request(vector, vector.Target, vector.Body), vector.SecretKey + "x"));
    }

    [Fact]
    public void Query_is_encoded_and_sorted_with_repeated_keys()
    {
        var request = new ApiRequest(
            "GET",
            "/p?test=%E4%B8%80%20(%26%3D%3F!%23%25.*)&path=%2Ftmp%2F123&multi=3&multi=1&multi=2&limit=1&enable=true",
            new HeaderDictionary(),
            []
        );
        Assert.Contains(
            "\nenable=true&limit=1&multi=1&multi=2&multi=3&path=%2Ftmp%2F123"
                + "&test=%E4%B8%80%20%28%26%3D%3F%21%23%25.%2A%29\n",
            CanonicalRequest.Of(request, []).First(),
            StringComparison.Ordinal
        );
    }

    private static ApiRequest Request(Vector vector, string target, string body)
    {
        var headers = new HeaderDictionary();
        foreach (var (name, value) in vector.Headers)
        {
            headers[name] = value;
        }
        return new ApiRequest(vector.Method, target, headers, Encoding.UTF8.GetBytes(body));
    }

    private static Dictionary<string, Vector> Read()
    {
        using var stream = typeof(SignatureTests).Assembly.GetManifestResourceStream("signing-vectors.json")!;
        return JsonSerializer
            .Deserialize<List<Vector>>(stream, JsonSerializerOptions.Web)!
            .ToDictionary(vector => vector.Name);
    }

    private sealed record Vector(
        string Name,
        string Method,
        string Target,
        Dictionary<string, string> Headers,
        string Body,
        string SecretKey,
        string Authorization,
        string CanonicalRequest
    );
}
