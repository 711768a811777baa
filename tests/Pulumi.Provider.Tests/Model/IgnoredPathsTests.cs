using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Tests.Model;

/// <summary>The reach of ignored paths, row by row as the real engine has been seen to take them.</summary>
public sealed class IgnoredPathsTests
{
    [Theory]
    [InlineData("*", "size", ChangeKind.Update, true)]
    [InlineData("*", "tags.x", ChangeKind.Add, true)]
    [InlineData("*", "ports[2]", ChangeKind.Add, true)]
    [InlineData("[*]", "note", ChangeKind.Delete, true)]
    [InlineData("spec.b[0].c", "spec.b[0].c", ChangeKind.Update, true)]
    [InlineData("spec.b[0].c", "spec.b[1].c", ChangeKind.Update, false)]
    [InlineData("spec.b", "spec.b[1].c", ChangeKind.Update, true)]
    [InlineData("spec.b[*].c", "spec.b[1].c", ChangeKind.Update, true)]
    [InlineData("spec.b.c", "spec.b[1].c", ChangeKind.Update, false)]
    [InlineData("tags[\"x\"]", "tags.x", ChangeKind.Update, true)]
    [InlineData("tags[\"dotted.key\"]", "tags[\"dotted.key\"]", ChangeKind.Update, true)]
    [InlineData("tags.[\"x\"]", "tags.x", ChangeKind.Update, true)]
    [InlineData("tags..x", "tags.x", ChangeKind.Update, true)]
    [InlineData("tags.*", "tags.y", ChangeKind.Add, true)]
    [InlineData("tags.*", "tags.z", ChangeKind.Delete, true)]
    [InlineData("tags[*]", "tags.z", ChangeKind.Delete, true)]
    [InlineData("tags.*", "tags", ChangeKind.Add, false)]
    [InlineData("ports", "ports[2]", ChangeKind.Add, true)]
    [InlineData("ports[2]", "ports[2]", ChangeKind.Add, false)]
    [InlineData("ports[0]", "ports[0]", ChangeKind.Add, false)]
    [InlineData("ports[2]", "ports[2]", ChangeKind.Delete, false)]
    [InlineData("ports[2]", "ports[2]", ChangeKind.Update, true)]
    [InlineData("ports[*]", "ports[2]", ChangeKind.Add, false)]
    [InlineData("ports[*].port", "ports[2]", ChangeKind.Add, false)]
    [InlineData("ports[*].port", "ports[1].port", ChangeKind.Update, true)]
    [InlineData("ports[+1].port", "ports[1].port", ChangeKind.Update, true)]
    [InlineData("ports[-1].port", "ports[1].port", ChangeKind.Update, false)]
    [InlineData("Size", "size", ChangeKind.Update, false)]
    [InlineData("**", "size", ChangeKind.Update, false)]
    [InlineData("", "size", ChangeKind.Update, false)]
    [InlineData(" ", "size", ChangeKind.Update, false)]
    [InlineData("tags[", "tags", ChangeKind.Update, false)]
    [InlineData("tags.", "tags", ChangeKind.Update, false)]
    [InlineData(".tags", "tags", ChangeKind.Update, false)]
    [InlineData("tags['x']", "tags.x", ChangeKind.Update, false)]
    public void A_path_reaches_as_far_as_the_engine_lets_it(
        string ignored,
        string changed,
        ChangeKind kind,
        bool covered
    ) => Assert.Equal(covered, IgnoredPaths.Of([ignored]).Cover(PropertyPath.Parse(changed), kind));
}
