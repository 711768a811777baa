using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Testing;

namespace Acme.Notes.Tests;

public sealed class NoteTests
{
    [Fact]
    public async Task The_schema_is_the_one_that_the_build_wrote()
    {
        await using var provider = await ProviderHarness.StartAsync(NotesPackageProvider.Create());

        var answer = await provider.Client.GetSchemaAsync(new GetSchemaRequest());

        Assert.Contains("notes-package:index:Note", answer.Schema, StringComparison.Ordinal);
    }
}
