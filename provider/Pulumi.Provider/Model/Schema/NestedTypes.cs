using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;

namespace Pulumi.Provider.Model.Schema;

/// <summary>Finds the enumerations and nested objects that a provider's properties use, at any depth.</summary>
internal sealed class NestedTypes
{
    private readonly SortedDictionary<string, TypeModel> _found = new(StringComparer.Ordinal);

    private NestedTypes() { }

    /// <summary>The types by token.</summary>
    public static IReadOnlyDictionary<string, TypeModel> Of(ProviderDefinition provider)
    {
        var types = new NestedTypes();
        types.Collect(provider.Config);
        foreach (var resource in provider.Resources.Values)
        {
            types.Collect(resource.State);
        }

        foreach (var component in provider.Components.Values)
        {
            types.Collect(component.Inputs);
            types.Collect(component.Outputs);
        }

        foreach (var list in provider.Lists.Values)
        {
            types.Collect(list.Query);
        }

        foreach (var function in provider.Functions.Values)
        {
            types.Collect(function.Args);
            types.Collect(function.Result);
        }

        foreach (var method in provider.Methods.Values)
        {
            types.Collect(method.Args);
            types.Collect(method.Result);
        }

        return types._found;
    }

    private void Collect(ObjectModel model)
    {
        foreach (var property in model.Properties)
        {
            Collect(property.Type);
        }
    }

    private void Collect(TypeModel type)
    {
        switch (type)
        {
            case ListType list:
                Collect(list.Item);
                break;
            case MapType map:
                Collect(map.Item);
                break;
            case UnionType union:
                foreach (var one in union.Flat)
                {
                    Collect(one);
                }

                break;
            case EnumType choices:
                _found[choices.Enum.Token] = type;
                break;
            case ObjectType { Object.Token: { } token } nested when _found.TryAdd(token, type):
                Collect(nested.Object);
                break;
        }
    }
}
