namespace Support.Processes;

/// <summary>What a command said, and how it ended.</summary>
public sealed record Run(int ExitCode, string Output)
{
    public Run Succeeds()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}:\n{Output}");
        return this;
    }

    public Run Fails()
    {
        Assert.True(ExitCode != 0, $"it succeeded:\n{Output}");
        return this;
    }

    public Run Says(string words)
    {
        Assert.True(Output.Contains(words, StringComparison.Ordinal), $"it does not say '{words}':\n{Output}");
        return this;
    }

    public Run SaysNot(string words)
    {
        Assert.False(Output.Contains(words, StringComparison.Ordinal), $"it says '{words}':\n{Output}");
        return this;
    }
}
