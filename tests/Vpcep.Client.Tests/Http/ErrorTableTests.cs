using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Http;

/// <summary>Walks every documented code and watches what the client does after it.</summary>
public class ErrorTableTests
{
    private static readonly CreateEndpointRequest Create = new() { EndpointServiceId = "s", VpcId = "v" };

    private readonly ManualTime _time = new();

    public static TheoryData<string> Codes { get; } = new(ErrorTable.Rows.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Table_and_client_know_the_same_codes()
    {
        Assert.Equal(143 + 12, ErrorTable.Rows.Count);
        Assert.Equal(
            ErrorTable.Rows.Keys.Order(StringComparer.Ordinal),
            ErrorCodes
                .All.Select(code => code.Code)
                .Where(code => code.StartsWith("EndPoint.", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Change_is_repeated_as_often_as_it_helps_and_then_says_everything(string code)
    {
        var row = ErrorTable.Rows[code];
        using var cloud = Refusing(row);

        var error = await FailAsync(
            cloud,
            client => client.Services.UpdateAsync("x", new UpdateServiceRequest(), default)
        );

        Assert.Equal((row.Class, row.Code, row.Status), (error.Class, error.Code, error.HttpStatus));
        Assert.StartsWith(
            "update endpoint service x: " + row.Message.TrimEnd('.'),
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"({row.Code}, HTTP {row.Status}, request {ScriptedHandler.RequestId}). {error.Hint}",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.InRange(error.Hint!.Length, 10, 120);
        Assert.Equal(row.Waits, error.PassesWithState);
        Assert.Equal(row.Retried is "reads" or "all" or "slow", error.IsTransient);
        var (least, most) = row.Retried switch
        {
            "no" => (1, 1),
            "once" or "renew" => (2, 2),
            "reads" or "all" => (3, 3),
            _ => (3, 20),
        };
        Assert.InRange(cloud.Count("PUT"), least, most);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Create_is_sent_again_only_where_it_cannot_make_two(string code)
    {
        var row = ErrorTable.Rows[code];
        using var cloud = new ScriptedHandler(request =>
            request.Method == HttpMethod.Get ? (200, """{"endpoints":[],"total_count":0}""") : (row.Status, Body(row))
        );

        var error = await FailAsync(cloud, client => client.Endpoints.CreateAsync(Create, default));

        Assert.Equal(row.Retried == "reads" ? ErrorClass.Unknown : row.Class, error.Class);
        Assert.Equal(row.Code, error.Code);
        var (least, most) = row.Retried switch
        {
            "no" or "once" => (1, 1),
            "renew" => (2, 2),
            "reads" or "all" => (3, 3),
            _ => (3, 20),
        };
        Assert.InRange(cloud.Count("POST"), least, most);
        // What may have been made is looked for before anything is sent again; what was not is not.
        Assert.Equal(row.Retried == "reads", cloud.Count("GET") >= 3);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Thing_is_gone_only_for_codes_that_say_so_of_its_kind(string code)
    {
        var row = ErrorTable.Rows[code];
        using var cloud = Refusing(row);

        Assert.Equal(
            row.Gone.Contains("service"),
            await IsNullAsync(cloud, client => client.Services.GetAsync("x", default))
        );
        Assert.Equal(
            row.Gone.Contains("endpoint"),
            await IsNullAsync(cloud, client => client.Endpoints.GetAsync("x", default))
        );
        Assert.Equal(
            row.Gone.Contains("connection"),
            await IsNullAsync(cloud, client => client.Connections.GetAsync("s", "x", default))
        );
        Assert.Equal(
            row.Gone.Contains("permission"),
            await IsNullAsync(cloud, client => client.Permissions.GetAsync("s", "*", default))
        );
        var rejection = await FailAsync(cloud, client => client.Connections.RejectAsync("s", "x", default));
        Assert.Equal(row.Gone.Contains("connection"), ConnectionsApi.IsGone(rejection));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Operation_succeeds_when_the_code_says_that_it_is_done(string code)
    {
        var row = ErrorTable.Rows[code];
        using var cloud = Refusing(row);

        Assert.Equal(
            row.Success,
            await WhereAsync(
                ("accept", Succeeds(cloud, client => client.Connections.AcceptAsync("s", "x", default))),
                ("delete-service", Succeeds(cloud, client => client.Services.DeleteAsync("x", default))),
                ("delete-endpoint", Succeeds(cloud, client => client.Endpoints.DeleteAsync("x", default))),
                ("delete-policy", Succeeds(cloud, client => client.Endpoints.DeletePolicyAsync("x", default))),
                ("remove-permission", Succeeds(cloud, client => client.Permissions.RemoveAsync("s", ["*"], default)))
            )
        );
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Deletion_waits_for_what_passes_with_time_and_for_nothing_else(string code)
    {
        var row = ErrorTable.Rows[code];
        var deletions = 0;
        using var cloud = new ScriptedHandler(request =>
            request.Method == HttpMethod.Get ? (404, Body(ErrorTable.Rows[VpcepCodes.NotFound]))
            : Interlocked.Increment(ref deletions) <= 25 ? (row.Status, Body(row))
            : (204, "")
        );

        var failure = await OutcomeAsync(cloud, client => client.Services.DeleteAndWaitAsync("x", null, default));

        Assert.Equal(row.Waits || row.Gone.Contains("service"), failure is null);
        Assert.Equal(row.Waits, deletions > 25);
    }

    private static ScriptedHandler Refusing(ErrorRow row) => new(_ => (row.Status, Body(row)));

    private static string Body(ErrorRow row) =>
        $$"""{"error_code":"{{row.Code}}","error_msg":"{{row.Message.Replace("\"", "\\\"", StringComparison.Ordinal)}}"}""";

    private async Task<VpcepException> FailAsync(ScriptedHandler cloud, Func<VpcepClient, Task> act) =>
        Assert.IsType<VpcepException>(await OutcomeAsync(cloud, act));

    private async Task<bool> IsNullAsync<T>(ScriptedHandler cloud, Func<VpcepClient, Task<T?>> act)
        where T : class
    {
        T? seen = null;
        var failure = await OutcomeAsync(cloud, async client => seen = await act(client));
        return failure is null && seen is null;
    }

    private async Task<bool> Succeeds(ScriptedHandler cloud, Func<VpcepClient, Task> act) =>
        await OutcomeAsync(cloud, act) is null;

    private static async Task<IReadOnlyList<string>> WhereAsync(params (string Name, Task<bool> Succeeds)[] operations)
    {
        var names = new List<string>();
        foreach (var (name, succeeds) in operations)
        {
            if (await succeeds)
            {
                names.Add(name);
            }
        }
        return names;
    }

    private async Task<VpcepException?> OutcomeAsync(ScriptedHandler cloud, Func<VpcepClient, Task> act)
    {
        using var client = cloud.Client(_time);
        await using var _ = _time.AutoAdvance(quiet: TimeSpan.FromMilliseconds(1));
        try
        {
            await act(client).DefaultTimeout();
            return null;
        }
        catch (VpcepException error)
        {
            return error;
        }
    }
}
