namespace Pulumi.LocalEngine.Display;

/// <summary>A line per event, for logs and pipes.</summary>
internal sealed class LineDisplay(TextWriter output, TimeProvider time, bool debug = false)
    : OperationDisplay(time, debug)
{
    /// <inheritdoc/>
    protected override void Begin(string headline)
    {
        output.WriteLine(headline);
        output.WriteLine();
    }

    /// <inheritdoc/>
    protected override void Changed(ResourceRow row) =>
        output.WriteLine($" {row.Sign} {row.Type} {row.Name} {row.Status(IsPreview, Running(row))} {row.Info}");

    /// <inheritdoc/>
    protected override void Say(string line) => output.WriteLine(line);

    /// <inheritdoc/>
    protected override void End(IEnumerable<string> below)
    {
        foreach (var line in below)
        {
            output.WriteLine(line);
        }

        output.WriteLine();
        output.Flush();
    }
}
