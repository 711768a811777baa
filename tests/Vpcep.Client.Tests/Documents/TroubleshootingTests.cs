using System.Text.RegularExpressions;
using Support;
using Support.Documents;
using Vpcep.Client.Tests.Http;

namespace Vpcep.Client.Tests.Documents;

/// <summary>docs/troubleshooting.md says of each code what the client does with it, and what it tells people to do.</summary>
public class TroubleshootingTests
{
    private const string Page = "docs/troubleshooting.md";

    private static readonly Dictionary<string, string> Doing = new()
    {
        ["accept"] = "accepting",
        ["delete-endpoint"] = "deleting the endpoint",
        ["delete-policy"] = "removing the policy",
        ["delete-service"] = "deleting the service",
        ["remove-permission"] = "removing the permission",
    };

    [Fact]
    public void Every_code_is_explained() =>
        PageTable.AssertEquals(
            Page,
            "codes",
            ["code", "HTTP", "the cloud says", "the provider", "what to do"],
            ErrorTable
                .Rows.Values.OrderBy(static row => row.Code, StringComparer.Ordinal)
                .Select(static row =>
                    (string[])
                        [
                            $"`{row.Code}`",
                            $"{row.Status}",
                            row.Message,
                            Words(row),
                            ErrorCodes.HintFor(row.Code, row.Class),
                        ]
                )
        );

    [Fact]
    public void Every_code_of_the_gateway_is_explained() =>
        PageTable.AssertEquals(
            Page,
            "gateway",
            ["code", "the provider", "what to do"],
            ErrorCodes
                .All.Where(static code => code.Code.StartsWith("APIGW.", StringComparison.Ordinal))
                .OrderBy(static code => code.Code, StringComparer.Ordinal)
                .Select(static code => (string[])[$"`{code.Code}`", Words(code), code.Hint])
        );

    [Fact]
    public void Every_code_in_the_text_is_known()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, Page));
        var codes = Regex.Matches(page, @"`((?:EndPoint|APIGW)\.[0-9]{4})`");

        Assert.All(codes, static code => Assert.NotNull(ErrorCodes.Find(code.Groups[1].Value)));
    }

    private static string Words(ErrorRow row)
    {
        List<string> words = [];
        if (row.Success.Count > 0)
        {
            words.Add($"is content when {Either([.. row.Success.Select(static one => Doing[one])])}");
        }

        if (row.Gone.Count > 0)
        {
            words.Add($"knows that the {Either(row.Gone)} it asks about is gone");
        }

        if (row.Waits)
        {
            words.Add("waits while it can pass");
        }

        if (row.Retried != "no" || words.Count == 0)
        {
            words.Add(Words(ErrorCodes.Find(row.Code)!));
        }

        return string.Join("; ", words);
    }

    private static string Either(IReadOnlyList<string> words) =>
        words.Count == 1 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";

    private static string Words(ErrorCode code) =>
        code.Retry switch
        {
            _ when code.Class == ErrorClass.RateLimited => "slows all calls down and tries again",
            CodeRetry.Once => "tries once more where that is harmless",
            CodeRetry.Always => "tries again",
            CodeRetry.MaybeDone => "tries again; a create looks first for what it made",
            CodeRetry.AfterRenewal => "signs in anew and tries once more",
            CodeRetry.WhenStateAllows => "waits while it can pass",
            _ => "fails",
        };
}
