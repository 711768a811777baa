namespace Vpcep.Emulator;

/// <summary>Which answer an object is written for; the documents differ between them.</summary>
internal enum Shape
{
    /// <summary>The answer to creating, modifying or acting on it.</summary>
    Create,

    /// <summary>Its details.</summary>
    Get,

    /// <summary>An item of a list.</summary>
    List,
}
