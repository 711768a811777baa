namespace Generator.Schema;

/// <summary>Where a type is used; languages write object types once for each.</summary>
internal enum Shape
{
    /// <summary>Inputs of resources and of functions in output form: values may be outputs.</summary>
    Input,

    /// <summary>State inputs of resources that are only read.</summary>
    State,

    /// <summary>Plain inputs of functions.</summary>
    Plain,

    /// <summary>Outputs.</summary>
    Output,
}
