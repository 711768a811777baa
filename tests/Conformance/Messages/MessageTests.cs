using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Pulumi.Provider.Protocol.Messages;

namespace Conformance.Tests.Messages;

/// <summary>Our messages and methods against the stubs of the official package.</summary>
public sealed class MessageTests(NodeFixture node)
{
    private static readonly FileDescriptor[] Files =
    [
        AliasReflection.Descriptor,
        CallbackReflection.Descriptor,
        EngineReflection.Descriptor,
        ErrorsReflection.Descriptor,
        PluginReflection.Descriptor,
        ProviderReflection.Descriptor,
        ResourceReflection.Descriptor,
        ResourceStatusReflection.Descriptor,
        SourceReflection.Descriptor,
    ];

    [Fact]
    public async Task Every_message_is_read_and_written_by_the_official_stubs_as_by_ours()
    {
        var sent = Files
            .SelectMany(static file => file.MessageTypes)
            .SelectMany(WithNested)
            .SelectMany(Filled)
            .ToList();
        Assert.True(sent.Count > 100, $"only {sent.Count} messages");
        var answers = await AskAsync([.. sent.Select(Request)]);

        Assert.Equal(sent.Count, answers.GetArrayLength());
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var (message, answer) in sent.Zip(answers.EnumerateArray()))
        {
            if (answer.TryGetProperty("missing", out _))
            {
                missing.Add(message.Descriptor.FullName);
            }
            else if (Difference(message, answer) is { } difference)
            {
                wrong.Add($"{message.Descriptor.FullName} {difference}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct()));
        Assert.Empty(missing);
    }

    [Fact]
    public async Task Every_method_has_the_official_path_and_messages()
    {
        var official = (await node.RunAsync("methods.js", go: null)).Deserialize<NamedMethod[]>(
            JsonSerializerOptions.Web
        )!;

        var ours = ((ServiceDescriptor[])[ResourceProvider.Descriptor, Engine.Descriptor, ResourceMonitor.Descriptor])
            .SelectMany(static service => service.Methods)
            .Select(static method => new NamedMethod(
                $"/{method.Service.FullName}/{method.Name}",
                method.InputType.Name,
                method.OutputType.Name
            ));
        Assert.Equal(official.OrderBy(static one => one.Path), ours.OrderBy(static one => one.Path));
    }

    private static string? Difference(IMessage message, JsonElement answer)
    {
        var (ours, theirs) = (StubView.Of(message), JsonNode.Parse(answer.GetProperty("view").GetRawText()));
        var bytes = answer.GetProperty("bytes").GetBytesFromBase64();
        return StubView.FirstDifference(ours, theirs) is { } place ? $"reads differently at {place}"
            : !message.Equals(message.Descriptor.Parser.ParseFrom(bytes)) ? "comes back otherwise"
            : message.CalculateSize() != bytes.Length ? "comes back with another size"
            : null;
    }

    private static IEnumerable<MessageDescriptor> WithNested(MessageDescriptor type) =>
        type
            .NestedTypes.Where(static one => !(one.GetOptions()?.MapEntry ?? false))
            .SelectMany(WithNested)
            .Prepend(type);

    private static IEnumerable<IMessage> Filled(MessageDescriptor type) =>
        FilledMessage.All(type).Prepend(type.Parser.ParseFrom(ByteString.Empty));

    private static JsonObject Request(IMessage message) =>
        new()
        {
            ["file"] = message.Descriptor.File.Name,
            ["name"] = message.Descriptor.FullName[(message.Descriptor.File.Package.Length + 1)..],
            ["bytes"] = Convert.ToBase64String(message.ToByteArray()),
        };

    private async Task<JsonElement> AskAsync(JsonArray requests)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, requests.ToJsonString());
            return await node.RunAsync("messages.js", go: null, file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private sealed record NamedMethod(string Path, string Request, string Response);
}
