using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Runtime.Serialization;
using Pulumi.Provider.Model.Declaration;

namespace Pulumi.Provider.Tests.Model;

/// <summary>Inputs with every kind of property that a declaration knows.</summary>
[PropertyObject]
public partial record SampleInputs
{
    /// <summary>Decides what it is. Stays for ever.</summary>
    [ReplaceOnChange]
    [StringLength(8, MinimumLength = 1)]
    public required string Kind { get; init; }

    /// <summary>How big.</summary>
    [Range(1, 10)]
    [DefaultValue(3)]
    public int? Size { get; init; }

    /// <summary>Its rules.</summary>
    [Unordered]
    [Count(0, 3)]
    public IReadOnlyList<Rule>? Rules { get; init; }

    /// <summary>Its steps, one after the other.</summary>
    public IReadOnlyList<string>? Steps { get; init; }

    /// <summary>Its labels.</summary>
    [Reserved("_own_")]
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>Its address, which may be chosen for it.</summary>
    [Computed]
    [ReplaceOnChange]
    public string? Address { get; init; }

    /// <summary>Its password.</summary>
    [Secret]
    [RegularExpression("[a-z]+", ErrorMessage = "small letters")]
    public string? Password { get; init; }

    /// <summary>Who may see it.</summary>
    [Everyone]
    public string? Audience { get; init; }
}

/// <summary>The sample, made.</summary>
[PropertyObject]
public partial record SampleState : SampleInputs
{
    /// <summary>When it was made.</summary>
    [ChangesWith]
    public required string MadeAt { get; init; }

    /// <summary>Its full name.</summary>
    [ChangesWith("kind", "size")]
    public required string FullName { get; init; }

    /// <summary>When it was changed.</summary>
    public string? ChangedAt { get; init; }
}

/// <summary>A rule.</summary>
[PropertyObject("sample:index:Rule")]
public sealed partial record Rule
{
    /// <summary>The port.</summary>
    /// <remarks>One of 65535.</remarks>
    [Range(1, 65535)]
    public required int Port { get; init; }

    /// <summary>The protocol.</summary>
    [DefaultValue(Transport.Tcp)]
    public OpenEnum<Transport>? Protocol { get; init; }
}

/// <summary>A transport.</summary>
[PropertyEnum("sample:index:Transport")]
public enum Transport
{
    /// <summary>Reliable.</summary>
    [EnumMember(Value = "TCP")]
    Tcp,

    /// <summary>Quick.</summary>
    [EnumMember(Value = "UDP")]
    Udp,
}

[AttributeUsage(AttributeTargets.Property)]
internal sealed class EveryoneAttribute : CanonicalFormAttribute
{
    public override string Canonical(string value) => value == "all" ? "*" : value;
}
