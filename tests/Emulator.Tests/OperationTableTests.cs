using System.Text.RegularExpressions;

namespace Vpcep.Emulator.Tests;

/// <summary>The table of operations and sites in the README of Operations, the code, and what a site answers.</summary>
public sealed partial class OperationTableTests
{
    private static readonly string[] Sites = ["ankara", "huaweicloud", "otc", "hcs", "cloudru"];

    [Fact]
    public void Table_says_what_the_code_does()
    {
        var written = Rows().Select(row => (row.Name, string.Join(',', row.Sites.Order())));
        var real = OperationTable.All.Select(operation =>
            (operation.Name, string.Join(',', Sites.Where(site => Find(site).Offers(operation)).Order()))
        );
        Assert.Equal(real.Order(), written.Order());
    }

    [Theory]
    [InlineData("ankara")]
    [InlineData("ankara-examples")]
    [InlineData("huaweicloud")]
    [InlineData("otc")]
    [InlineData("hcs")]
    [InlineData("cloudru")]
    public async Task Operation_that_a_site_lacks_is_unknown_to_its_gateway(string site)
    {
        await using var cloud = await EmulatorHarness.StartAsync(site);
        foreach (var operation in OperationTable.All.Where(operation => operation.IsExtra))
        {
            var path = Parameter()
                .Replace(
                    operation.Template,
                    name =>
                        name.Value switch
                        {
                            "{project_id}" => cloud.Caller.ProjectId,
                            "{resource_type}" => "endpoint",
                            _ => EmulatorHarness.NoSuchId,
                        }
                );
            var reply = await cloud.CallAsync(new HttpMethod(operation.Method), path, "{}");
            Assert.Equal(cloud.Server.Options.Dialect.Offers(operation), reply.ErrorCode != "APIGW.0101");
        }
    }

    private static Dialect Find(string name) => Dialect.All.Single(dialect => dialect.Name == name);

    private static IEnumerable<(string Name, List<string> Sites)> Rows()
    {
        var readme = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "operations.md"));
        return readme
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => (cells[1].Trim('`'), Sites.Where((_, column) => cells[column + 3] == "yes").ToList()));
    }

    [GeneratedRegex("{[a-z0-9_]+}")]
    private static partial Regex Parameter();
}
