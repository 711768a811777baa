namespace Pulumi.Provider.Testing.Engine.Events;

/// <summary>What a step does to a resource.</summary>
public enum StepOp
{
    /// <summary>Nothing.</summary>
    Same,

    /// <summary>Makes it.</summary>
    Create,

    /// <summary>Changes it in place.</summary>
    Update,

    /// <summary>Deletes it.</summary>
    Delete,

    /// <summary>Marks where a replacement takes place; calls nothing.</summary>
    Replace,

    /// <summary>Makes the replacement.</summary>
    CreateReplacement,

    /// <summary>Deletes what was replaced.</summary>
    DeleteReplaced,

    /// <summary>Reads a resource that is not managed.</summary>
    Read,

    /// <summary>Reads what is there and compares it with the state.</summary>
    Refresh,

    /// <summary>Takes an existing resource under management.</summary>
    Import,

    /// <summary>Takes an existing resource under management in the place of another one.</summary>
    ImportReplacement,
}

/// <summary>How steps are written and counted.</summary>
internal static class StepOps
{
    /// <summary>The two columns before a step's line, without trailing blank.</summary>
    public static string Sign(this StepOp op) =>
        op switch
        {
            StepOp.Create => "+",
            StepOp.Update or StepOp.Refresh => "~",
            StepOp.Delete => "-",
            StepOp.Replace => "+-",
            StepOp.CreateReplacement => "++",
            StepOp.DeleteReplaced => "--",
            StepOp.Read => ">",
            StepOp.Import => "=",
            StepOp.ImportReplacement => "=>",
            _ => "",
        };

    /// <summary>The word for a step that is planned.</summary>
    public static string Plan(this StepOp op) =>
        op switch
        {
            StepOp.CreateReplacement => "create replacement",
            StepOp.DeleteReplaced => "delete original",
            StepOp.ImportReplacement => "import replacement",
            StepOp.Same => "",
            _ => op.ToString().ToLowerInvariant(),
        };

    /// <summary>The words for a step that runs.</summary>
    public static string Doing(this StepOp op) =>
        op switch
        {
            StepOp.Create => "creating",
            StepOp.Update => "updating",
            StepOp.Delete => "deleting",
            StepOp.Replace => "replacing",
            StepOp.CreateReplacement => "creating replacement",
            StepOp.DeleteReplaced => "deleting original",
            StepOp.Read => "reading",
            StepOp.Refresh => "refreshing",
            StepOp.Import => "importing",
            StepOp.ImportReplacement => "importing replacement",
            _ => "",
        };

    /// <summary>The words for a step that ended well.</summary>
    public static string Done(this StepOp op) =>
        op switch
        {
            StepOp.Create => "created",
            StepOp.Update => "updated",
            StepOp.Delete => "deleted",
            StepOp.Replace => "replaced",
            StepOp.CreateReplacement => "created replacement",
            StepOp.DeleteReplaced => "deleted original",
            StepOp.Read => "read",
            StepOp.Refresh => "refresh",
            StepOp.Import => "imported",
            StepOp.ImportReplacement => "imported replacement",
            _ => "",
        };

    /// <summary>True where a step is part of a replacement that is counted elsewhere.</summary>
    public static bool IsPartOfReplace(this StepOp op) =>
        op is StepOp.CreateReplacement or StepOp.DeleteReplaced or StepOp.ImportReplacement;
}
