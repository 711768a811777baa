using Pulumi.Provider.Protocol.Service;
using Vpcep.Client;

namespace Vpcep.Provider.Doctor;

/// <summary>What the doctor says, as it finds it; no secret passes.</summary>
/// <param name="output">Where it goes.</param>
/// <param name="secrets">The secrets of the configuration.</param>
internal sealed class Report(TextWriter output, Secrets secrets) : IClientLog
{
    private const int Column = 20;

    /// <summary>How many things are wrong.</summary>
    public int Failures { get; private set; }

    /// <summary>A line as it is.</summary>
    public void Line(string text) => output.WriteLine(secrets.Clean(text));

    /// <summary>Two columns.</summary>
    public void Row(string name, string words) => Line($"        {name, -Column}{words}");

    /// <summary>Something works.</summary>
    public void Ok(string what, string words) => Finding("ok", what, words);

    /// <summary>Something to know.</summary>
    public void Note(string what, string words) => Finding("note", what, words);

    /// <summary>Something that keeps deployments from working.</summary>
    public void Fail(string what, string words)
    {
        Failures++;
        Finding("FAIL", what, words);
    }

    void IClientLog.Call(HttpCallRecord call)
    {
        // Each question has one line, with what came of it.
    }

    void IClientLog.Notice(string message) => Note("", message);

    void IClientLog.Warning(string message) => Note("", message);

    private void Finding(string verdict, string what, string words) => Line($"  {verdict, -6}{what, -Column}{words}");
}
