using Vpcep.Provider.Adopt;

namespace Vpcep.Provider.Tests.Adopt;

/// <summary>Names of what is adopted.</summary>
public sealed class ResourceNamesTests
{
    private static readonly Dictionary<(string Token, string Id), string> None = [];

    [Theory]
    [InlineData("web", "web")]
    [InlineData("web_1-a", "web_1-a")]
    [InlineData("1web", "service-1web")]
    [InlineData("a.b c/d", "a-b-c-d")]
    [InlineData("-web-", "web")]
    [InlineData("été", "t")]
    [InlineData("…", "service")]
    [InlineData("", "service")]
    public void A_name_begins_with_a_letter_and_has_letters_digits_and_dashes(string wanted, string expected)
    {
        var names = new ResourceNames(None);
        names.Add(ResourceKind.Service, "id", wanted, "0123456789");

        Assert.Equal([expected], names.Choose().Select(static one => one.Name));
    }

    [Fact]
    public void Who_want_the_same_name_get_a_part_of_the_id_each_whatever_comes_first()
    {
        string[] ids = ["aaaaaaaa-1", "bbbbbbbb-2", "cccccccc-3"];

        var forth = Choose(ids);
        var back = Choose(ids.Reverse());

        Assert.Equal(["web-aaaaaaaa", "web-bbbbbbbb", "web-cccccccc"], forth);
        Assert.Equal(forth, back);

        static IEnumerable<string> Choose(IEnumerable<string> ids)
        {
            var names = new ResourceNames(None);
            foreach (var id in ids)
            {
                names.Add(ResourceKind.Service, id, "web", id);
            }

            return names.Choose().Select(static one => one.Name);
        }
    }

    [Fact]
    public void Names_differ_as_identifiers_too_and_across_kinds()
    {
        var names = new ResourceNames(
            new Dictionary<(string, string), string> { [(ResourceKind.Endpoint.Token, "e")] = "shop" }
        );
        names.Add(ResourceKind.Service, "1", "web-a", "11111111");
        names.Add(ResourceKind.Permission, "2", "web_A", "22222222");
        names.Add(ResourceKind.Endpoint, "e", "anything", "33333333");
        names.Add(ResourceKind.Service, "4", "Shop", "44444444");
        names.Add(ResourceKind.Approval, "5", "same", "same");
        names.Add(ResourceKind.Approval, "6", "same", "same");

        var chosen = names.Choose().ToDictionary(static one => one.Id, static one => one.Name);

        Assert.Equal("web-a-11111111", chosen["1"]);
        Assert.Equal("web_A-22222222", chosen["2"]);
        Assert.Equal("shop", chosen["e"]);
        Assert.Equal("Shop-44444444", chosen["4"]);
        Assert.Equal(
            chosen.Count,
            chosen
                .Values.Select(static name => name.Replace("-", "").Replace("_", "").ToLowerInvariant())
                .Distinct()
                .Count()
        );
    }
}
