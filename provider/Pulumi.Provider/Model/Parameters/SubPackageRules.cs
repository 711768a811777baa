using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;

namespace Pulumi.Provider.Model.Parameters;

/// <summary>What parameters, and the packages that they make, have to keep to.</summary>
internal static class SubPackageRules
{
    /// <summary>A parameter can be written down.</summary>
    /// <exception cref="ArgumentException">It cannot.</exception>
    public static void Verify(ObjectModel parameter)
    {
        foreach (var property in parameter.Properties)
        {
            if (property.Secret)
            {
                throw new ArgumentException(
                    $"a parameter stands in plain in schema, SDKs and states, so '{property.Name}' cannot be secret: make it configuration",
                    nameof(parameter)
                );
            }

            Verify(property.Name, property.Type);
        }
    }

    private static void Verify(string name, TypeModel type)
    {
        switch (type)
        {
            case ListType list:
                Verify(name, list.Item);
                break;
            case MapType map:
                Verify(name, map.Item);
                break;
            case ObjectType nested:
                Verify(nested.Object);
                break;
            case AssetType or ArchiveType or ReferenceType:
                throw new ArgumentException($"a parameter is JSON, in which '{name}' cannot be written", nameof(type));
        }
    }

    /// <summary>The engine finds the package by its name, which tokens begin with, and reads its version.</summary>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    public static void Verify(ProviderDefinition package)
    {
        var tokens = package
            .Resources.Keys.Concat(package.Components.Keys)
            .Concat(package.Functions.Keys)
            .Concat(package.Methods.Keys);
        foreach (var token in tokens)
        {
            if (!token.StartsWith($"{package.Name}:", StringComparison.Ordinal))
            {
                throw new InvalidOperationException(
                    $"the package '{package.Name}' has '{token}', which is a token of another package"
                );
            }
        }

        if (
            !Version.TryParse(package.Version.Split('-', '+')[0], out var core)
            || core is not { Build: >= 0, Revision: -1 }
        )
        {
            throw new InvalidOperationException(
                $"the package '{package.Name}' has the version '{package.Version}', which is none such as 1.0.0"
            );
        }
    }
}
