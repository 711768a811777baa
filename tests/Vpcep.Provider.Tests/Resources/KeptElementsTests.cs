using Pulumi.Provider.Protocol.Values;
using Vpcep.Provider.Resources.Endpoint;

namespace Vpcep.Provider.Tests.Resources;

/// <summary>Which statement of a program gets the elements that only the cloud holds.</summary>
public sealed class KeptElementsTests
{
    // A statement is its label, action, resource and the value of an element that has no property; "-" is none.
    [Theory]
    // What the program says stays, and what it has of the cloud's is left for another.
    [InlineData("- get all 1", "- get all 2", "2")]
    [InlineData("- get all 1", "- get all 2; - put all -", "2 1")]
    // An empty map says nothing.
    [InlineData("- get all 1", "- get all {}", "1")]
    // They go to one statement.
    [InlineData("- get all 1", "- get all -; - get all -", "1 -")]
    [InlineData("- get all 1", "- put all -; - cut all -", "1 -")]
    // The same statement comes first, then its label, then one that has more than its effect.
    [InlineData("a get all 1; a put all 2", "a put all -; a get all -", "2 1")]
    [InlineData("a get all 1; b put all 2", "b cut all -; a see all -", "2 1")]
    [InlineData("a get all 1; - put all 2", "- get all -; a put all -", "2 1")]
    [InlineData("- get all 1", "- get one -", "1")]
    [InlineData("- get all 1", "- put one -", "-")]
    // One that holds no more has nothing to give.
    [InlineData("- get all -; - put all 1", "- cut all -", "1")]
    public void The_elements_of_a_statement_go_to(string held, string wanted, string expected)
    {
        var read = PolicyJson.Statements(PolicyJson.Write(Statements(held)), null);

        var kept = KeptElements
            .Of(Statements(wanted), read)!
            .Select(static one => one.OtherElements?.GetValueOrDefault("New"));

        Assert.Equal(expected, string.Join(' ', kept.Select(static one => one is StringValue text ? text.Value : "-")));
    }

    private static PolicyStatement[] Statements(string text) => [.. text.Split("; ").Select(Statement)];

    private static PolicyStatement Statement(string text) =>
        text.Split(' ') is [var label, var action, var resource, var element]
            ? new()
            {
                Sid = label is "-" ? null : label,
                Effect = PolicyEffect.Allow,
                Actions = [action],
                Resources = [resource],
                OtherElements = element switch
                {
                    "-" => null,
                    "{}" => PropertyMap.Empty,
                    _ => PropertyMap.Empty.With("New", element),
                },
            }
            : throw new ArgumentException(text, nameof(text));
}
