using System.Reflection;
using System.Text.RegularExpressions;
using Pulumi.Provider.Testing;
using Support;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Documents;

/// <summary>docs/operations.md has every call that the client can make, and no other.</summary>
public partial class OperationsPageTests
{
    private const string Id = "x1";

    // A list is empty, and what would change anything is forbidden: the first call that a method is for is made, and no more.
    private const string Nothing = """
        {"endpoint_services":[],"endpoints":[],"connections":[],"permissions":[],"tags":[],"quotas":{"resources":[]},
        "versions":[],"version":{"id":"v1"},"total_count":0,"id":"x1"}
        """;

    private static readonly Dictionary<Type, object?> Arguments = new()
    {
        [typeof(string)] = Id,
        [typeof(bool)] = true,
        [typeof(bool?)] = true,
        [typeof(CancellationToken)] = CancellationToken.None,
        [typeof(IReadOnlyList<string>)] = new[] { Id },
        [typeof(IReadOnlyList<ServerResource>)] = new[] { new ServerResource(Id, null) },
        [typeof(IReadOnlyDictionary<string, string>)] = new Dictionary<string, string> { ["a"] = "b" },
        [typeof(UpdateServiceRequest)] = new UpdateServiceRequest { Description = "" },
        [typeof(TagQuery)] = new TagQuery(),
        [typeof(CreateServiceRequest)] = new CreateServiceRequest
        {
            PortId = Id,
            VpcId = Id,
            ServerType = "LB",
            Ports = [],
        },
        [typeof(CreateEndpointRequest)] = new CreateEndpointRequest { EndpointServiceId = Id, VpcId = Id },
    };

    // They ask as others do, until something is the case, or judge what others were told.
    private static readonly string[] OfOthers = ["Wait", "DeleteAndWait", "Complete", "IsGone", "Read", "FindCreated"];

    [Fact]
    public async Task Page_has_the_calls_that_the_client_can_make()
    {
        await using var cloud = await FakeCloud.StartAsync(
            static (context, call) =>
                call.Method == "GET"
                    ? FakeCloud.JsonAsync(context, Nothing)
                    : FakeCloud.JsonAsync(context, """{"error_code":"EndPoint.0004","error_msg":"no"}""", 403)
        );
        var time = new ManualTime();
        await using var passing = time.AutoAdvance();
        using var client = cloud.Client(time, static options => options with { VpnEndpoint = options.Endpoint });
        foreach (var api in typeof(VpcepClient).GetProperties().Where(static one => IsApi(one.PropertyType)))
        {
            foreach (var method in api.PropertyType.GetMethods().Where(IsAsked))
            {
                foreach (var kind in Enum.GetValues<TaggedKind>())
                {
                    await AskAsync(method, api.GetValue(client)!, kind).DefaultTimeout();
                }
            }
        }

        var called = cloud.Calls.Select(static call => $"{call.Method} {Template(call.Target)}").Distinct();
        Assert.Equal(Listed().Order(StringComparer.Ordinal), called.Order(StringComparer.Ordinal));
    }

    private static bool IsApi(Type type) => type.Name.EndsWith("Api", StringComparison.Ordinal);

    private static bool IsAsked(MethodInfo method) =>
        method.DeclaringType != typeof(object)
        && !method.IsSpecialName
        && !OfOthers.Any(begin => method.Name.StartsWith(begin, StringComparison.Ordinal))
        && (typeof(Task).IsAssignableFrom(method.ReturnType) || IsList(method.ReturnType));

    private static bool IsList(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>);

    private static async Task AskAsync(MethodInfo method, object api, TaggedKind kind)
    {
        // Of two that exclude each other the first, and of what tells something different by its value each.
        object?[] arguments =
        [
            .. method
                .GetParameters()
                .Select(
                    (parameter, at) =>
                        parameter.ParameterType == typeof(TaggedKind) ? kind
                        : (method.Name, at) is ("DescribeAsync", 1) && api is ServicesApi ? null
                        : (method.Name, parameter.Name) is ("SetPolicyAsync", "statements") ? "[]"
                        : (method.Name, parameter.Name) is ("SetPolicyAsync", "document") ? null
                        : (method.Name, parameter.Name) is ("UpdateAsync", "old") ? new Dictionary<string, string>()
                        : Arguments.GetValueOrDefault(parameter.ParameterType)
                ),
        ];
        try
        {
            var asked = method.Invoke(api, arguments);
            await (asked is Task task ? task : DrainAsync((dynamic)asked!));
        }
        catch (VpcepException)
        {
            // It was refused, or had no answer that makes sense: it was asked.
        }
    }

    private static async Task DrainAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var _ in items) { }
    }

    // Names that stand for all: of paths, and of what a page calls by one of them.
    private static string Template(string target) =>
        target
            .Split('?')[0]
            .Replace("/p0/", "/{}/", StringComparison.Ordinal)
            .Replace($"/{Id}", "/{}", StringComparison.Ordinal);

    private static IEnumerable<string> Listed() =>
        Call()
            .Matches(
                File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md")).Split("## Who calls what")[0]
            )
            .Select(static call =>
                Name().Replace(call.Groups[1].Value, "{}").Replace("/v1`", "/{}`", StringComparison.Ordinal)
            )
            .Where(static call => !call.Contains("/v3/", StringComparison.Ordinal))
            .Select(static call => call == "GET /v1" ? "GET /{}" : call)
            .SelectMany(static call =>
                call.Contains("/endpoint_service/", StringComparison.Ordinal)
                    ? [call, call.Replace("/endpoint_service/", "/endpoint/", StringComparison.Ordinal)]
                    : (string[])[call]
            )
            .Distinct();

    [GeneratedRegex(@"\| `([A-Z]+ /[^`]*)` \|")]
    private static partial Regex Call();

    [GeneratedRegex("{[a-z]+}")]
    private static partial Regex Name();
}
