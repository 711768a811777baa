namespace Generator.Tests;

public sealed class DotnetSurfaceTests
{
    private static readonly string Schema = TestFiles.Read("depot.json");

    [Fact]
    public void Generated_code_compiles_without_a_warning() =>
        Assert.Empty(GeneratedAssembly.Problems(GeneratedAssembly.Generate(Schema)));

    [Fact]
    public void Public_surface_equals_the_listing()
    {
        var surface = Surface.List(GeneratedAssembly.Load(GeneratedAssembly.Generate(Schema)));

        TestFiles.AssertEquals("depot.surface.txt", surface);
    }
}
