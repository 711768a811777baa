using System.Text;
using System.Text.Json;

namespace Vpcep.Client.Tests.Api;

/// <summary>JSON as sites write it: each member, and what is made of it.</summary>
public class TolerantTests
{
    private static JsonElement Of(string value) => JsonDocument.Parse($$"""{"x":{{value}}}""").RootElement;

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("\"true\"", true)]
    [InlineData("\"False\"", false)]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("\"1\"", true)]
    [InlineData("\"0\"", false)]
    [InlineData("2", null)]
    [InlineData("0.5", null)]
    [InlineData("\"2\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    [InlineData("[true]", null)]
    public void A_flag_is_true_or_false_in_any_spelling(string json, bool? flag)
    {
        Assert.Equal(flag, Of(json).Flag("x"));
        Assert.Null(Of(json).Flag("y"));
    }

    [Theory]
    [InlineData("5", "5", 5L)]
    [InlineData("-5", "-5", -5L)]
    [InlineData("\"5\"", "5", 5L)]
    [InlineData("5.0", "5", 5L)]
    [InlineData("3.22312312314e+11", "322312312314", 322312312314L)]
    [InlineData("\"5.0\"", "5", 5L)]
    [InlineData("18446744073709551616", "18446744073709551616", null)]
    [InlineData("0.5", "0.5", null)]
    [InlineData("\"many\"", "many", null)]
    [InlineData("\"e.E\"", "e.E", null)]
    [InlineData("\"\"", null, null)]
    [InlineData("true", null, null)]
    [InlineData("null", null, null)]
    public void A_whole_number_is_one_in_any_spelling_and_of_any_size(string json, string? digits, long? number)
    {
        Assert.Equal(digits, Of(json).Digits("x"));
        Assert.Equal(number, Of(json).Whole("x"));
    }

    [Theory]
    [InlineData("\"a\"", "a", "a")]
    [InlineData("\"\"", null, "")]
    [InlineData("null", null, "")]
    [InlineData("7", "7", null)]
    [InlineData("{}", null, null)]
    public void A_text_may_be_empty_where_users_write_it(string json, string? text, string? free)
    {
        Assert.Equal(text, Of(json).Text("x"));
        Assert.Equal(text, Of(json).Text("w", "x", "y"));
        Assert.Equal(free, Of(json).FreeText("x"));
        Assert.Null(Of(json).FreeText("y"));
    }

    [Theory]
    [InlineData("[\"a\",1,null,\"b\"]", "a,1,b")]
    [InlineData("\"a\"", "a")]
    [InlineData("\"\"", "")]
    [InlineData("[]", "")]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    public void One_text_is_a_list_of_one(string json, string? texts)
    {
        Assert.Equal(texts, Of(json).Texts("w", "x") is { } list ? string.Join(',', list) : null);
        Assert.Null(Of(json).Texts("y"));
    }

    [Theory]
    [InlineData("[{},1,{}]", 2, true, false, false)]
    [InlineData("{}", 1, true, false, false)]
    [InlineData("[]", 0, true, true, false)]
    [InlineData("\"a\"", 0, true, false, false)]
    [InlineData("null", 0, false, false, true)]
    public void One_object_is_a_list_of_one_and_null_is_none(
        string json,
        int items,
        bool has,
        bool isEmpty,
        bool isNull
    )
    {
        Assert.Equal(items, Of(json).Items("x").Count());
        Assert.Equal((has, isEmpty, isNull), (Of(json).Has("x"), Of(json).IsEmptyList("x"), Of(json).IsNull("x")));
        Assert.Empty(Of(json).Items("y"));
        Assert.False(Of(json).Has("y") || Of(json).IsEmptyList("y") || Of(json).IsNull("y"));
    }

    [Theory]
    [InlineData("<p> so\n much </p>", 20, "<p> so much </p>")]
    [InlineData("12345", 5, "12345")]
    [InlineData("123456", 5, "12345…")]
    [InlineData("a\0b", 5, "ab")]
    [InlineData(" \n", 5, null)]
    [InlineData("", 5, null)]
    public void What_is_no_JSON_is_shown_in_one_short_line(string body, int longest, string? excerpt) =>
        Assert.Equal(excerpt, Tolerant.Excerpt(Encoding.UTF8.GetBytes(body), longest));
}
