using System.Text;

namespace Generator.Tests.Documents;

/// <summary>A command of a block: its words without quotes, and the folder it runs in as far as `cd` tells.</summary>
internal sealed record ShellCommand(IReadOnlyList<string> Words, string Folder)
{
    /// <summary>The commands of a block, in order. Enough of the shell's grammar for what pages show.</summary>
    /// <param name="text">The block.</param>
    /// <param name="folder">Where it begins.</param>
    internal static IReadOnlyList<ShellCommand> Read(string text, string folder)
    {
        var commands = new List<ShellCommand>();
        var folders = new Stack<string>([folder]);
        var words = new List<string>();
        foreach (var token in Tokens(text))
        {
            if (token is not ("\n" or ";" or "&" or "|" or "(" or ")"))
            {
                words.Add(token[1..]);
                continue;
            }

            if (words.Count > 0)
            {
                commands.Add(new ShellCommand([.. words], folders.Peek()));
                if (words is ["cd", var below])
                {
                    folders.Push(Path.GetFullPath(Path.Combine(folders.Pop(), below)));
                }

                words.Clear();
            }

            // A subshell's folder ends with it.
            if (token == "(")
            {
                folders.Push(folders.Peek());
            }
            else if (token == ")")
            {
                folders.Pop();
            }
        }

        return commands;
    }

    // Words begin with a mark, so that a quoted operator is a word.
    private static IEnumerable<string> Tokens(string text)
    {
        text = text.Replace("\\\n", " ", StringComparison.Ordinal) + "\n";
        var word = new StringBuilder();
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
                word.Append(quote == '\0' ? "" : c);
                continue;
            }

            if (c is '"' or '\'')
            {
                quote = c;
                word.Append(word.Length == 0 ? "=" : "");
            }
            else if (c == '#' && word.Length == 0)
            {
                i = text.IndexOf('\n', i) - 1;
            }
            else if (" \n;&|()".Contains(c))
            {
                if (word.Length > 0)
                {
                    yield return word.ToString();
                    word.Clear();
                }

                if (c != ' ')
                {
                    yield return c.ToString();
                }
            }
            else
            {
                word.Append(word.Length == 0 ? "=" : "").Append(c);
            }
        }
    }
}
