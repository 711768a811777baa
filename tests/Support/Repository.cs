namespace Support;

/// <summary>The repository that the tests are of.</summary>
public static class Repository
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PulumiVpcep.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("not inside the repository");
        }

        return folder.FullName;
    }
}
