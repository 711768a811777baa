using System.Text.Json;

namespace Vpcep.Client;

/// <summary>What became of a change of route tables.</summary>
/// <param name="Bound">The route tables bound now; null when the answer does not say.</param>
/// <param name="BindFailures">Those that could not be bound, with the cloud's words.</param>
/// <param name="UnbindFailures">Those that could not be taken off.</param>
public sealed record RouteTableUpdate(
    IReadOnlyList<string>? Bound,
    IReadOnlyList<RouteTableFailure> BindFailures,
    IReadOnlyList<RouteTableFailure> UnbindFailures
)
{
    internal static RouteTableUpdate Read(JsonElement body) =>
        new(body.Texts("routetables"), Failures(body, "bind_failed"), Failures(body, "unbind_failed"));

    private static IReadOnlyList<RouteTableFailure> Failures(JsonElement body, string member) =>
        [
            .. body.Items("error")
                .SelectMany(error => error.Items(member))
                .Select(failure => new RouteTableFailure(
                    failure.Text("id") ?? "?",
                    failure.Text("error_message", "error_msg")
                )),
        ];
}

/// <summary>A route table that could not be bound or taken off, and why.</summary>
public sealed record RouteTableFailure(string RouteTableId, string? Message);
