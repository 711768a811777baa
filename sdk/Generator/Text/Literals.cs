using System.Globalization;
using System.Text;

namespace Generator.Text;

/// <summary>Values as C# and TypeScript both write them.</summary>
internal static class Literals
{
    internal static string Text(string value)
    {
        var literal = new StringBuilder("\"");
        foreach (var c in value)
        {
            literal.Append(
                c switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    < ' ' or '\u0085' or '\u2028' or '\u2029' => $"\\u{(int)c:x4}",
                    _ => c.ToString(),
                }
            );
        }

        return literal.Append('"').ToString();
    }

    internal static string Value(object value) =>
        value switch
        {
            bool flag => flag ? "true" : "false",
            string text => Text(text),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
