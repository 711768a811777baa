using System.Reflection;

namespace Vpcep.Client.Tests.Api;

/// <summary>What one answer lacks, another has; what it has it keeps.</summary>
public class WholeAnswerTests
{
    public static TheoryData<string> FieldsOfEndpoints() => Fields<Endpoint>();

    public static TheoryData<string> FieldsOfServices() => Fields<EndpointService>();

    [Theory]
    [MemberData(nameof(FieldsOfEndpoints))]
    public void Every_field_of_an_endpoint_is_filled_in(string field) =>
        Fills(
            new Endpoint { Id = "e" },
            new Endpoint { Id = "e" },
            field,
            static (one, other) => one.FilledFrom(other)
        );

    [Theory]
    [MemberData(nameof(FieldsOfServices))]
    public void Every_field_of_a_service_is_filled_in(string field) =>
        Fills(
            new EndpointService { Id = "s" },
            new EndpointService { Id = "s" },
            field,
            static (one, other) => one.FilledFrom(other)
        );

    [Theory]
    [InlineData("interface", "accepted", "subnet_id", "ip", true)]
    [InlineData("interface", "accepted", "subnet_id", "tags", false)]
    [InlineData("interface", "accepted", "ip", "tags", false)]
    [InlineData("interface", "pendingAcceptance", "subnet_id", "tags", true)]
    [InlineData("interface", "failed", "subnet_id", "tags", true)]
    [InlineData("gateway", "accepted", "routetables", "tags", true)]
    [InlineData("gateway", "accepted", "subnet_id", "ip", false)]
    public void An_endpoint_is_whole_with_what_any_of_its_kind_and_state_has(
        string type,
        string status,
        string one,
        string other,
        bool whole
    )
    {
        var endpoint = new Endpoint
        {
            Id = "e",
            ServiceType = type,
            Status = status,
            EndpointServiceId = "s",
            VpcId = "v",
            EnableDns = false,
        };
        foreach (var field in new[] { one, other })
        {
            endpoint = field switch
            {
                "subnet_id" => endpoint with { SubnetId = "n" },
                "ip" => endpoint with { Ip = "192.168.0.7" },
                "routetables" => endpoint with { RouteTables = [] },
                _ => endpoint with { Tags = [] },
            };
        }

        Assert.Equal(whole, endpoint.IsWhole);
        Assert.Equal(whole && type == "gateway" || status != "accepted", (endpoint with { EnableDns = true }).IsWhole);
    }

    [Theory]
    [InlineData("PortId", true)]
    [InlineData("VpcId", true)]
    [InlineData("Name", true)]
    [InlineData("ServiceType", true)]
    [InlineData("ServerType", true)]
    [InlineData("ApprovalEnabled", true)]
    [InlineData("Ports", true)]
    [InlineData("TcpProxy", true)]
    [InlineData("Description", false)]
    [InlineData("Tags", false)]
    public void A_service_is_whole_with_what_any_has(string field, bool needed) =>
        Assert.Equal(!needed, IsWholeWithout(new EndpointService { Id = "s" }, field, static one => one.IsWhole));

    [Theory]
    [InlineData("EndpointServiceId", "interface", true)]
    [InlineData("VpcId", "interface", true)]
    [InlineData("EnableDns", "interface", true)]
    [InlineData("SubnetId", "interface", true)]
    [InlineData("Ip", "interface", true)]
    [InlineData("DnsNames", "interface", true)]
    [InlineData("RouteTables", "interface", false)]
    [InlineData("RouteTables", "gateway", true)]
    [InlineData("SubnetId", "gateway", false)]
    [InlineData("ServiceType", null, true)]
    public void An_endpoint_lacks_what_another_answer_may_tell(string field, string? type, bool needed)
    {
        var endpoint = new Endpoint
        {
            Id = "e",
            ServiceType = type,
            Status = "accepted",
        };

        Assert.Equal(!needed, IsWholeWithout(endpoint, field, static one => one.IsWhole));
    }

    // All that is not set gets a value, but for the one.
    private static bool IsWholeWithout<T>(T thing, string field, Func<T, bool> isWhole)
    {
        foreach (var property in typeof(T).GetProperties().Where(static property => property.SetMethod is not null))
        {
            if (property.Name != field && property.GetValue(thing) is null)
            {
                property.SetValue(thing, Any(property, "text"));
            }
        }
        return isWhole(thing);
    }

    private static TheoryData<string> Fields<T>() =>
        [
            .. typeof(T)
                .GetProperties()
                .Where(static property => property.SetMethod is not null && property.Name != "Id")
                .Select(static property => property.Name),
        ];

    private static void Fills<T>(T empty, T other, string field, Func<T, T, T> fill)
    {
        var property = typeof(T).GetProperty(field)!;
        var value = Any(property, "text");
        property.SetValue(other, value);

        Assert.Equal(value, property.GetValue(fill(empty, other)));
        Assert.Equal(value, property.GetValue(fill(other, empty)));
        // Reasons are none, not untold, where an answer has none.
        property.SetValue(empty, Any(property, "own"));
        Assert.Equal(property.GetValue(empty), property.GetValue(fill(empty, other)));
    }

    private static object Any(PropertyInfo property, string text) =>
        property.PropertyType switch
        {
            var type when type == typeof(string) => text,
            var type when type == typeof(bool?) => text == "text",
            var type when type == typeof(long?) => (long)text.Length,
            var type when type.IsAssignableFrom(typeof(string[])) => new[] { text },
            var type when type.IsAssignableFrom(typeof(ResourceTag[])) => new[] { new ResourceTag("key", text) },
            var type when type.IsAssignableFrom(typeof(CloudError[])) => new[] { new CloudError("code", text) },
            _ => new[] { new PortMapping(80, 8080, text) },
        };
}
