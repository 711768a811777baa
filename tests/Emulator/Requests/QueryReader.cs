using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Vpcep.Emulator;

/// <summary>Query parameters, checked as the documents say.</summary>
internal sealed class QueryReader(string rawQuery)
{
    private readonly Dictionary<string, StringValues> _values = QueryHelpers.ParseQuery(rawQuery);

    /// <summary>A parameter; null when absent or empty.</summary>
    public string? Text(string name) =>
        _values.TryGetValue(name, out var value) && value.ToString() is { Length: > 0 } text ? text : null;

    /// <summary>A parameter that must be one of <paramref name="allowed"/>.</summary>
    public string? OneOf(string name, string code, params ReadOnlySpan<string> allowed) =>
        Text(name) is not { } text ? null
        : allowed.Contains(text) ? text
        : throw new ApiException(code, $"{name}={text}");

    /// <summary>A parameter that must be a UUID.</summary>
    public string? Id(string name, string code) =>
        Text(name) is not { } text ? null
        : Rules.IsId(text) ? text
        : throw new ApiException(code, $"{name}={text}");

    /// <summary>limit, 0 to <paramref name="most"/>, 10 when absent.</summary>
    public int Limit(int most) =>
        Text("limit") is not { } text ? 10
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit <= most ? limit
        : throw new ApiException("EndPoint.0006", $"limit={text}, allowed 0-{most}");

    /// <summary>offset: "greater than 0 but less than the number" of objects that match.</summary>
    public int Offset(int total) =>
        Text("offset") is not { } text ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
        && offset > 0
        && offset < total
            ? offset
        : throw new ApiException("EndPoint.0010", $"offset={text}, {total} in all");
}
