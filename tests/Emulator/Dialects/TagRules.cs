using System.Text.RegularExpressions;

namespace Vpcep.Emulator;

/// <summary>What a cloud's tags must look like. A resource has at most 20 everywhere.</summary>
/// <param name="LongestKey">In Unicode characters.</param>
/// <param name="LongestValue">In Unicode characters; values may be empty.</param>
/// <param name="Key">What a key must match.</param>
/// <param name="Value">What a value must match.</param>
internal sealed record TagRules(int LongestKey, int LongestValue, Regex Key, Regex Value)
{
    private const int Most = 20;

    /// <summary>Refuses tags that break a rule, with the code for it.</summary>
    public void Check(IReadOnlyList<Tag> tags)
    {
        CheckCount(tags.Count);
        foreach (var tag in tags)
        {
            CheckOne(tag);
        }
        if (tags.DistinctBy(tag => tag.Key).Count() != tags.Count)
        {
            throw new ApiException("EndPoint.3067");
        }
    }

    public static void CheckCount(int count)
    {
        if (count > Most)
        {
            throw new ApiException("EndPoint.3069", $"{count}, at most {Most}");
        }
    }

    private void CheckOne(Tag tag)
    {
        if (tag.Key.Length == 0)
        {
            throw new ApiException("EndPoint.3066", "key is empty");
        }
        CheckLength(tag.Key, LongestKey, "EndPoint.3072");
        CheckLength(tag.Value, LongestValue, "EndPoint.3073");
        if (!Key.IsMatch(tag.Key) || !Value.IsMatch(tag.Value))
        {
            throw new ApiException("EndPoint.3068", $"{tag.Key}={tag.Value}");
        }
    }

    private static void CheckLength(string text, int longest, string code)
    {
        var length = text.EnumerateRunes().Count();
        if (length > longest)
        {
            throw new ApiException(code, $"{length} characters, at most {longest}");
        }
    }
}
