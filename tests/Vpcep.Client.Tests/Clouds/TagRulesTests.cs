namespace Vpcep.Client.Tests.Clouds;

public class TagRulesTests
{
    public static TheoryData<string, string, string?, string?> Cases { get; } =
        new()
        {
            // rules, key, value, part of what is wrong
            { "huawei", "team", "shop", null },
            { "huawei", "team:a.b=c+d-e@f g", "x/y z", null },
            { "huawei", "Ekip_ğü", null, null },
            { "huawei", "team", "", null },
            { "huawei", "", "x", "empty key" },
            { "huawei", "a/b", "x", "'/'" },
            { "huawei", "a*", "x", "'*'" },
            { "huawei", "_sys_a", "x", "'_sys_'" },
            { "otc", "_sys_a", "x", "'_sys_'" },
            { "unknown", "_sys_a", "x", "'_sys_'" },
            { "huawei", " a", "x", "starts or ends with a space" },
            { "huawei", "a", "x ", "value of tag 'a' that starts or ends with a space" },
            { "huawei", new string('k', 128), new string('v', 255), null },
            { "huawei", new string('k', 129), "x", "129 characters, at most 128" },
            { "huawei", "a", new string('v', 256), "256 characters, at most 255" },
            { "otc", "a-b_C@9", "a-b_C@9", null },
            { "otc", "a b", "x", "' '" },
            { "otc", "a", "x.y", "'.'" },
            { "otc", new string('k', 37), "x", "at most 36" },
            { "otc", "a", new string('v', 44), "at most 43" },
            { "otc", "a", string.Concat(Enumerable.Repeat("𐐷", 43)), null },
            { "unknown", "a*b", "<x>", null },
            { "unknown", "", "x", "empty key" },
            { "unknown", "a\n", "x", "control character" },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Tag_is_judged_by_the_clouds_rules(string rules, string key, string? value, string? problem)
    {
        var found = Rules(rules).Problem(key, value);

        if (problem is null)
        {
            Assert.Null(found);
        }
        else
        {
            Assert.Contains(problem, found, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Each_cloud_has_the_rules_of_its_documents()
    {
        Assert.Equal(TagRules.Huawei, CloudHosts.Find("huaweicloud-eu", null)!.Tags);
        Assert.Equal(TagRules.Otc, CloudHosts.Find("otc-swiss", null)!.Tags);
        Assert.Equal(TagRules.Unknown, CloudHosts.Private.Tags);
    }

    private static TagRules Rules(string name) =>
        name switch
        {
            "huawei" => TagRules.Huawei,
            "otc" => TagRules.Otc,
            _ => TagRules.Unknown,
        };
}
