namespace Pulumi.Provider.Model.Declaration;

/// <summary>
/// A member of an enumeration, or a text that is none of them: clouds get members before declarations do, and what a cloud
/// says is what a state shows. As an input only a member passes the check, unless the resource has the text already.
/// </summary>
/// <param name="Member">The member; null for a text that is none.</param>
/// <param name="Text">The text that is no member; null for a member.</param>
public readonly record struct OpenEnum<T>(T? Member, string? Text)
    where T : struct, Enum
{
    /// <summary>A member.</summary>
    public static implicit operator OpenEnum<T>(T member) => new(member, null);
}
