using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Operations;
using Pulumi.Provider.Testing.Engine.Providers;
using Pulumi.Provider.Testing.Engine.State;
using Pulumi.Provider.Testing.Engine.Steps;

namespace Pulumi.Provider.Testing.Engine.Monitor;

/// <summary>Reads registrations off the wire, and refuses what this engine has no algorithm for.</summary>
internal sealed class GoalReader(Deployment deployment, RegisteredPackages packages)
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    /// <summary>Reads a registration.</summary>
    public Goal Read(RegisterResourceRequest request)
    {
        var package = packages.Of(request.PackageRef, request.Type, request.Version);
        var parent = NullIfEmpty(request.Parent);
        var urn = deployment.MakeUrn(parent, request.Type, request.Name);
        var inputs = WireValues.WithoutOutputs(StructCodec.Decode(request.Object));
        if (!deployment.Preview)
        {
            // Only what was left out of the operation is unknown now.
            inputs = WireValues.WithoutUnknowns(inputs);
        }

        return new Goal
        {
            Urn = urn,
            Type = request.Type,
            Name = request.Name,
            Custom = request.Custom,
            Parent = parent,
            Inputs = Urn.IsProviderType(request.Type) ? package.Mark(inputs) : inputs,
            Dependencies = [.. request.Dependencies],
            PropertyDependencies = request.PropertyDependencies.ToImmutableSortedDictionary(
                static entry => entry.Key,
                static entry => entry.Value.Urns.ToImmutableArray(),
                StringComparer.Ordinal
            ),
            Provider = request.Provider,
            Package = package,
            Protect = request.Protect,
            DeleteBeforeReplace = request.DeleteBeforeReplaceDefined ? request.DeleteBeforeReplace : null,
            IgnoreChanges = [.. request.IgnoreChanges],
            ReplaceOnChanges = [.. request.ReplaceOnChanges],
            AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
            Aliases =
            [
                .. request.AliasURNs.Select(static urn => new GoalAlias { Urn = urn }),
                .. request.Aliases.Select(Read),
            ],
            ImportId = request.ImportId,
            CustomTimeouts = request.CustomTimeouts is { } timeouts
                ? new CustomTimeouts(
                    Timeout(timeouts.Create),
                    Timeout(timeouts.Update),
                    Timeout(timeouts.Delete),
                    Timeout(timeouts.Read)
                )
                : default,
            RetainOnDelete = request.RetainOnDelete,
            DeletedWith = NullIfEmpty(request.DeletedWith),
            ReplaceWith = [.. request.ReplaceWith],
            ReplacementTrigger = request.ReplacementTrigger is { } trigger
                ? WireValues.WithoutOutputs(StructCodec.Decode(trigger))
                : null,
        };
    }

    /// <summary>Reads a request for a resource that is only read.</summary>
    public Goal Read(ReadResourceRequest request)
    {
        var parent = NullIfEmpty(request.Parent);
        return new Goal
        {
            Urn = deployment.MakeUrn(parent, request.Type, request.Name),
            Type = request.Type,
            Name = request.Name,
            Custom = true,
            Parent = parent,
            Inputs = WireValues.WithoutOutputs(StructCodec.Decode(request.Properties)),
            Dependencies = [.. request.Dependencies],
            Provider = request.Provider,
            Package = packages.Of(request.PackageRef, request.Type, request.Version),
            AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
        };
    }

    /// <summary>A duration as Go writes it: <c>10m</c>, <c>1h30m</c>, <c>1.5s</c>, <c>600000000000ns</c>; empty is zero.</summary>
    /// <exception cref="RpcException">It is none: the answer to the program.</exception>
    public static TimeSpan Timeout(string text)
    {
        var total = TimeSpan.Zero;
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var digits = rest.IndexOfAnyExcept(Digits);
            if (
                digits <= 0
                || !double.TryParse(rest[..digits], NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
            )
            {
                throw NoDuration(text);
            }

            rest = rest[digits..];
            var length = rest.IndexOfAny(Digits);
            var unit = length < 0 ? rest : rest[..length];
            total += unit switch
            {
                "h" => TimeSpan.FromHours(amount),
                "m" => TimeSpan.FromMinutes(amount),
                "s" => TimeSpan.FromSeconds(amount),
                "ms" => TimeSpan.FromMilliseconds(amount),
                "us" or "µs" => TimeSpan.FromMicroseconds(amount),
                "ns" => TimeSpan.FromMicroseconds(amount / 1000),
                _ => throw NoDuration(text),
            };
            rest = rest[unit.Length..];
        }

        return total;
    }

    private static RpcException NoDuration(string text) =>
        new(new Status(StatusCode.Unknown, $"unable to parse customTimeout Value {text}"));

    /// <summary>Refuses what there is no algorithm for.</summary>
    /// <exception cref="EngineException">The registration asks for such a thing; the message says for what.</exception>
    public static void RefuseUnsupported(RegisterResourceRequest request)
    {
        ReadOnlySpan<(bool Asked, string What)> refused =
        [
            (request.Transforms.Count > 0, "transforms"),
            (request.StateMigrations.Count > 0, "state migrations"),
            (HasHooks(request.Hooks), "resource hooks"),
            (request.EnvVarMappings.Count > 0, "the provider option envVarMappings"),
        ];
        foreach (var (asked, what) in refused)
        {
            if (asked)
            {
                throw new EngineException(
                    $"{request.Type} '{request.Name}': {what} are not supported by the local engine; use the Pulumi CLI"
                );
            }
        }
    }

    private static bool HasHooks(RegisterResourceRequest.Types.ResourceHooksBinding? hooks) =>
        hooks is not null && !hooks.Equals(new RegisterResourceRequest.Types.ResourceHooksBinding());

    private static GoalAlias Read(Alias alias) =>
        alias.AliasCase == Alias.AliasOneofCase.Urn
            ? new GoalAlias { Urn = alias.Urn }
            : new GoalAlias
            {
                Name = alias.Spec.Name,
                Type = alias.Spec.Type,
                Stack = alias.Spec.Stack,
                Project = alias.Spec.Project,
                Parent = alias.Spec.ParentCase switch
                {
                    Alias.Types.Spec.ParentOneofCase.ParentUrn => alias.Spec.ParentUrn,
                    Alias.Types.Spec.ParentOneofCase.NoParent when alias.Spec.NoParent => "",
                    _ => null,
                },
            };

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
