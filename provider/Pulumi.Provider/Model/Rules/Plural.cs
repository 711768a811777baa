using System.Globalization;

namespace Pulumi.Provider.Model.Rules;

/// <summary>Numbers of things, as sentences have them.</summary>
public static class Plural
{
    /// <summary>"1 connection", "2 connections".</summary>
    public static string Of(int count, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")}");
}
