namespace Conformance.Tests.TypeScript;

/// <summary>The example's workspace, made for the first test that asks and kept for the class.</summary>
public sealed class WorkspaceFixture(NodeFixture node) : IAsyncDisposable
{
    // Tests of a class run side by side: all wait for the one that came first.
    private readonly Lazy<Task<Workspace>> _workspace = new(() => Workspace.CreateAsync(node, "typescript"));

    public async ValueTask DisposeAsync()
    {
        if (_workspace is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            (await _workspace.Value).Dispose();
        }
    }

    internal Task<Workspace> GetAsync()
    {
        node.SkipUnlessReady();
        return _workspace.Value;
    }
}
