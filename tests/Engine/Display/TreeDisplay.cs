using System.Text;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.LocalEngine.Display;

/// <summary>A tree of resources in a terminal, redrawn in place as steps go on.</summary>
internal sealed class TreeDisplay : OperationDisplay, IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    private readonly TextWriter _output;
    private readonly Func<(int Width, int Height)> _size;
    private readonly ITimer _timer;
    private int _drawn;
    private bool _live;
    private bool _stale;
    private int _ticks;

    /// <summary>A display that draws into a terminal of the size it is told each time.</summary>
    public TreeDisplay(TextWriter output, TimeProvider time, Func<(int Width, int Height)> size, bool debug = false)
        : base(time, debug)
    {
        _output = output;
        _size = size;
        _timer = time.CreateTimer(_ => Redraw(), null, Tick, Tick);
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    /// <inheritdoc/>
    protected override void Begin(string headline)
    {
        _output.WriteLine(Ansi.Headline(headline));
        (_drawn, _live) = (0, true);
    }

    /// <inheritdoc/>
    protected override void Changed(ResourceRow row) => _stale = true;

    /// <inheritdoc/>
    protected override void Say(string line)
    {
        _output.Write(Ansi.Up(_drawn) + Ansi.ClearBelow);
        _output.WriteLine(line);
        _drawn = 0;
        Draw(cut: true);
    }

    /// <inheritdoc/>
    protected override void End(IEnumerable<string> below)
    {
        _output.Write(Ansi.Up(_drawn) + Ansi.ClearBelow);
        _drawn = 0;
        Draw(cut: false);
        _live = false;
        _output.WriteLine();
        foreach (var line in below)
        {
            _output.WriteLine(line);
        }

        _output.WriteLine();
        _output.Flush();
    }

    private void Redraw()
    {
        lock (Gate)
        {
            _ticks++;
            if (_live && (_stale || _ticks % 4 == 0))
            {
                _output.Write(Ansi.Up(_drawn) + Ansi.ClearBelow);
                Draw(cut: true);
                _stale = false;
            }
        }
    }

    // While it is live only what fits is drawn: a terminal cannot move the cursor above its first line.
    private void Draw(bool cut)
    {
        var (width, height) = _size();
        var rows = Tree().ToList();
        if (rows.Count == 0)
        {
            return;
        }

        var typeWidth = Math.Max(4, rows.Max(static entry => entry.Branch.Length + entry.Row.Type.Length));
        var nameWidth = Math.Max(4, rows.Max(static entry => entry.Row.Name.Length));
        var statuses = rows.ConvertAll(entry => Status(entry.Row));
        var statusWidth = Math.Max(6, statuses.Max(static status => status.Length));
        var shown = cut ? Math.Min(rows.Count, Math.Max(1, height - 2)) : rows.Count;
        _output.WriteLine(
            $"     {Ansi.Heading("Type")}{Pad(4, typeWidth)}  {Ansi.Heading("Name")}{Pad(4, nameWidth)}  "
                + $"{Ansi.Heading(IsPreview ? "Plan" : "Status")}{Pad(IsPreview ? 4 : 6, statusWidth)}  {Ansi.Heading("Info")}"
        );
        for (var i = rows.Count - shown; i < rows.Count; i++)
        {
            var (branch, row) = rows[i];
            var op = row.Step?.Op ?? StepOp.Same;
            var before = 5 + typeWidth + 2 + nameWidth + 2 + statusWidth + 2;
            _output.WriteLine(
                new StringBuilder()
                    .Append(' ')
                    .Append(Ansi.Paint(row.Sign, op, row.State))
                    .Append("  ")
                    .Append((branch + row.Type).PadRight(typeWidth))
                    .Append("  ")
                    .Append(row.Name.PadRight(nameWidth))
                    .Append("  ")
                    .Append(Ansi.Paint(statuses[i].PadRight(statusWidth), op, row.State))
                    .Append("  ")
                    .Append(Fit(row.Info, width - before))
            );
        }

        _drawn = shown + 1;
        _output.Flush();
    }

    private string Status(ResourceRow row)
    {
        var status = row.Status(IsPreview, Running(row));
        return row.State == RowState.Running && !IsPreview
            ? status + new string('.', _ticks / 4 % 4).PadRight(3)
            : status;
    }

    private IEnumerable<(string Branch, ResourceRow Row)> Tree()
    {
        var known = Rows.Select(static row => row.Urn).ToHashSet();
        var root = Rows.Find(static row => row.Type == Urn.StackType);
        var children = Rows.Where(row => row != root)
            .ToLookup(row => row.Parent is { } parent && known.Contains(parent) ? parent : root?.Urn ?? "");
        return root is null
            ? children[""].SelectMany(row => Branches(row, "", "", children))
            : Branches(root, "", "", children);
    }

    private static IEnumerable<(string Branch, ResourceRow Row)> Branches(
        ResourceRow row,
        string branch,
        string below,
        ILookup<string, ResourceRow> children
    )
    {
        yield return (branch, row);
        var mine = children[row.Urn].ToList();
        for (var i = 0; i < mine.Count; i++)
        {
            var last = i == mine.Count - 1;
            foreach (
                var line in Branches(mine[i], below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "), children)
            )
            {
                yield return line;
            }
        }
    }

    private static string Pad(int used, int width) => new(' ', Math.Max(0, width - used));

    private static string Fit(string text, int width) =>
        width <= 3 || text.Length <= width ? text : text[..(width - 1)] + "…";
}
