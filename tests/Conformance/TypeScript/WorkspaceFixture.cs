namespace Conformance.Tests.TypeScript;

/// <summary>The example's workspace, made for the first test that asks and kept for the class.</summary>
public sealed class WorkspaceFixture : IDisposable
{
    private Workspace? _workspace;

    public void Dispose() => _workspace?.Dispose();

    internal async Task<Workspace> GetAsync(NodeFixture node) =>
        _workspace ??= await Workspace.CreateAsync(node, "typescript");
}
