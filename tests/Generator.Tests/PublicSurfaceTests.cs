using System.Reflection;
using Google.Protobuf;

namespace Generator.Tests;

/// <summary>
/// What authors of providers build on: the public surface of the packages is as it is recorded. After a wanted change run this
/// with ACCEPT=1 and look at the difference: what is gone breaks authors. What is generated from the .proto files is Pulumi's.
/// </summary>
public sealed class PublicSurfaceTests
{
    [Theory]
    [InlineData("Pulumi.Provider")]
    [InlineData("Pulumi.Provider.Testing")]
    public void It_is_the_one_that_is_recorded(string assembly)
    {
        var types = Assembly.Load(assembly).GetExportedTypes();
        var generated = types
            .Where(static type => type.IsAssignableTo(typeof(IMessage)))
            .Select(static type => type.Namespace)
            .ToHashSet();

        TestFiles.AssertEquals(
            $"{assembly}.surface.txt",
            Surface.List(types.Where(type => !generated.Contains(type.Namespace)))
        );
    }
}
