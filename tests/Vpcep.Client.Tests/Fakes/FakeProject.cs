using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Pulumi.Provider.Testing;

namespace Vpcep.Client.Tests.Fakes;

/// <summary>How a call goes wrong.</summary>
internal enum Fault
{
    None,

    /// <summary>The connection breaks before anything is done.</summary>
    BreakBefore,

    /// <summary>The connection breaks after the work is done.</summary>
    BreakAfter,

    /// <summary>The work is done and the gateway answers 504.</summary>
    GatewayTimeoutAfter,

    /// <summary>The work is done and the answer is cut off.</summary>
    CutAfter,

    /// <summary>The work is done and the answer lacks the id.</summary>
    NamelessAfter,
}

/// <summary>The endpoints of a project, as much of them as the client's own tests need.</summary>
internal sealed class FakeProject(ManualTime time)
{
    private readonly Lock _lock = new();
    private readonly List<FakeEndpoint> _endpoints = [];
    private int _ids;

    /// <summary>Decides for each call.</summary>
    public Func<SeenCall, Fault> Faults { get; set; } = _ => Fault.None;

    /// <summary>Runs at the start of each call.</summary>
    public Func<SeenCall, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>How far the cloud's clock is ahead.</summary>
    public TimeSpan Skew { get; set; }

    /// <summary>How far what <c>created_at</c> says is ahead of that clock.</summary>
    public TimeSpan StampSkew { get; set; }

    /// <summary>Leaves endpoints out of lists.</summary>
    public Func<FakeEndpoint, bool> Hidden { get; set; } = _ => false;

    /// <summary>What lists make of an endpoint's JSON.</summary>
    public Func<string, string> InLists { get; set; } = json => json;

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _endpoints.Count;
            }
        }
    }

    public IReadOnlyList<string> Ids
    {
        get
        {
            lock (_lock)
            {
                return [.. _endpoints.Select(endpoint => endpoint.Id)];
            }
        }
    }

    public FakeEndpoint Add(
        string service = "svc",
        string vpc = "vpc",
        string? subnet = "net",
        string status = "accepted"
    )
    {
        lock (_lock)
        {
            var endpoint = new FakeEndpoint
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"e{++_ids:D4}"),
                Service = service,
                Vpc = vpc,
                Subnet = subnet,
                Status = status,
                Created = time.GetUtcNow() + Skew + StampSkew,
            };
            _endpoints.Add(endpoint);
            return endpoint;
        }
    }

    public void Remove(string id)
    {
        lock (_lock)
        {
            _endpoints.RemoveAll(endpoint => endpoint.Id == id);
        }
    }

    public void SetAll(string status)
    {
        lock (_lock)
        {
            _endpoints.ForEach(endpoint => endpoint.Status = status);
        }
    }

    public async Task AnswerAsync(HttpContext context, SeenCall call)
    {
        await Before(call);
        var fault = Faults(call);
        context.Response.Headers.Date = (time.GetUtcNow() + Skew).ToString("R", CultureInfo.InvariantCulture);
        if (fault == Fault.BreakBefore)
        {
            context.Abort();
            return;
        }
        var (status, json) = Work(call);
        switch (fault)
        {
            case Fault.BreakAfter:
                context.Abort();
                break;
            case Fault.GatewayTimeoutAfter:
                await FakeCloud.ErrorAsync(context, 504, "EndPoint.0013");
                break;
            case Fault.CutAfter:
                await FakeCloud.JsonAsync(context, json[..(json.Length / 2)]);
                break;
            case Fault.NamelessAfter:
                await FakeCloud.JsonAsync(context, "{}");
                break;
            default:
                await FakeCloud.JsonAsync(context, json, status);
                break;
        }
    }

    private (int Status, string Json) Work(SeenCall call)
    {
        lock (_lock)
        {
            var id = call.Path.Split('/').Last();
            return (call.Method, id) switch
            {
                ("POST", _) => (200, Create(call.Body).Json()),
                ("GET", "vpc-endpoints") => List(call),
                ("GET", _) => _endpoints.Find(endpoint => endpoint.Id == id) is { } found ? (200, found.Json()) : Gone,
                _ => (500, """{"error_code":"EndPoint.0002","error_msg":"not in this fake"}"""),
            };
        }
    }

    private FakeEndpoint Create(string body)
    {
        var asked = JsonDocument.Parse(body).RootElement;
        return Add(
            asked.GetProperty("endpoint_service_id").GetString()!,
            asked.GetProperty("vpc_id").GetString()!,
            asked.TryGetProperty("subnet_id", out var subnet) ? subnet.GetString() : null,
            "creating"
        );
    }

    private (int, string) List(SeenCall call)
    {
        var shown = _endpoints.Where(endpoint => !Hidden(endpoint)).Reverse().ToList();
        var offset = call.Query("offset", 0);
        if (offset > 0 && offset >= shown.Count)
        {
            return (400, """{"error_code":"EndPoint.0010","error_msg":"Invalid offset."}""");
        }
        var page = shown.Skip(offset).Take(call.Query("limit", 10)).Select(endpoint => InLists(endpoint.Json()));
        return (200, $$"""{"endpoints":[{{string.Join(',', page)}}],"total_count":{{shown.Count}}}""");
    }

    private static (int, string) Gone => (404, """{"error_code":"EndPoint.0005","error_msg":"gone"}""");
}

internal sealed class FakeEndpoint
{
    public required string Id { get; init; }

    public required string Service { get; init; }

    public required string Vpc { get; init; }

    public required string? Subnet { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required string Status { get; set; }

    public string Error { get; set; } = "[]";

    public string Json() =>
        $$"""
            {"id":"{{Id}}","endpoint_service_id":"{{Service}}","vpc_id":"{{Vpc}}","subnet_id":"{{Subnet}}",
             "service_type":"interface","enable_dns":false,"ip":"10.0.0.9",
             "status":"{{Status}}","created_at":"{{Created:yyyy-MM-ddTHH:mm:ssZ}}","error":{{Error}}}
            """;
}
