using System.Globalization;
using Pulumi.Provider.Model.Components;
using Pulumi.Provider.Protocol.Messages;

namespace Pulumi.Provider.Protocol.Service;

/// <summary>Writes the options of a component's child the way the engine reads them.</summary>
internal static class ChildRequest
{
    public static void Fill(RegisterResourceRequest request, ChildOptions options)
    {
        request.IgnoreChanges.AddRange(options.IgnoreChanges);
        request.ReplaceOnChanges.AddRange(options.ReplaceOnChanges);
        request.AdditionalSecretOutputs.AddRange(options.AdditionalSecretOutputs);
        request.Dependencies.AddRange(
            options
                .DependsOn.Select(static child => child.Urn)
                .Except(request.Dependencies, StringComparer.Ordinal)
                .ToList()
        );
        request.Aliases.AddRange(options.Aliases.Select(Alias));
        if (options.Protect is { } protect)
        {
            request.Protect = protect;
        }

        if (options.RetainOnDelete is { } retain)
        {
            request.RetainOnDelete = retain;
        }

        if (options.DeleteBeforeReplace is { } first)
        {
            (request.DeleteBeforeReplaceDefined, request.DeleteBeforeReplace) = (true, first);
        }

        if ((options.CreateTimeout ?? options.UpdateTimeout ?? options.DeleteTimeout) is not null)
        {
            request.CustomTimeouts = new RegisterResourceRequest.Types.CustomTimeouts
            {
                Create = Seconds(options.CreateTimeout),
                Update = Seconds(options.UpdateTimeout),
                Delete = Seconds(options.DeleteTimeout),
            };
        }
    }

    private static Alias Alias(ChildAlias alias)
    {
        if (alias.Urn is { } urn)
        {
            return new Alias { Urn = urn };
        }

        var spec = new Alias.Types.Spec { Name = alias.Name ?? "", Type = alias.Type ?? "" };
        if (alias.NoParent)
        {
            spec.NoParent = true;
        }
        else if (alias.ParentUrn is { } parent)
        {
            spec.ParentUrn = parent;
        }

        return new Alias { Spec = spec };
    }

    private static string Seconds(TimeSpan? span) =>
        span is { TotalSeconds: var seconds } ? string.Create(CultureInfo.InvariantCulture, $"{seconds}s") : "";
}
