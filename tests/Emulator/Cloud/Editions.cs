namespace Vpcep.Emulator;

/// <summary>The editions of services and endpoints, spelled as <c>supported_editions</c> does.</summary>
internal static class Editions
{
    public const string Basic = "basic";
    public const string Professional = "profession";

    public static IReadOnlyList<string> OfBasic { get; } = [Basic];
    public static IReadOnlyList<string> OfProfessional { get; } = [Basic, Professional];
}
