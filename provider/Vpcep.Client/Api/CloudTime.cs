namespace Vpcep.Client;

/// <summary>Times as the records of this client hold them.</summary>
public static class CloudTime
{
    /// <summary>The moment; null when the text is none.</summary>
    public static DateTimeOffset? Parse(string? time) => Tolerant.ParseTime(time);

    /// <summary>
    /// Orders two times, for sorting lists here: sites spell the sort key differently (<c>created_at</c>,
    /// <c>create_at</c>) and refuse the other. What is no time comes first.
    /// </summary>
    public static int Compare(string? a, string? b) => Nullable.Compare(Parse(a), Parse(b));
}
