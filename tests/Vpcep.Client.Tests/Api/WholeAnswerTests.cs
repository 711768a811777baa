using System.Reflection;

namespace Vpcep.Client.Tests.Api;

/// <summary>What one answer lacks, another has.</summary>
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
        var value = Any(property);
        property.SetValue(other, value);

        Assert.Equal(value, property.GetValue(fill(empty, other)));
        Assert.Equal(value, property.GetValue(fill(other, empty)));
    }

    private static object Any(PropertyInfo property) =>
        property.PropertyType switch
        {
            var type when type == typeof(string) => "text",
            var type when type == typeof(bool?) => true,
            var type when type == typeof(long?) => 7L,
            var type when type.IsAssignableFrom(typeof(string[])) => new[] { "one" },
            var type when type.IsAssignableFrom(typeof(ResourceTag[])) => new[] { new ResourceTag("key", "value") },
            var type when type.IsAssignableFrom(typeof(CloudError[])) => new[] { new CloudError("code", "words") },
            _ => new[] { new PortMapping(80, 8080, "TCP") },
        };
}
