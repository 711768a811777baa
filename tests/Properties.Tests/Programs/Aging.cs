using System.Text.Json.Nodes;
using Pulumi.Provider.Model.Declaration;

namespace Properties.Tests.Programs;

/// <summary>Makes the state one of an older version of the provider.</summary>
internal static class Aging
{
    // What older versions did not write.
    private static readonly string[] New = ["claimId", "untold"];

    /// <summary>Rewrites the file.</summary>
    /// <param name="file">The state.</param>
    /// <param name="withoutIds">Whether outputs lack required inputs, too; a refresh finds them again.</param>
    public static void Age(string file, bool withoutIds)
    {
        var json = JsonNode.Parse(File.ReadAllText(file))!;
        foreach (var resource in json["checkpoint"]!["latest"]!["resources"]!.AsArray().OfType<JsonObject>())
        {
            var (type, inputs, outputs) = ((string)resource["type"]!, resource["inputs"], resource["outputs"]);
            if (type == "pulumi:providers:vpcep")
            {
                // A key that went.
                inputs!["retryMode"] = "gentle";
                outputs!["retryMode"] = "gentle";
            }
            else if (Stack.ModelOf(type) is { } model)
            {
                Age(model, inputs!.AsObject());
                Age(model, outputs!.AsObject());
                Array.ForEach(New, name => outputs.AsObject().Remove(name));
                inputs.AsObject().Remove("vpcId");
                if (withoutIds)
                {
                    outputs.AsObject().Remove("vpcId");
                }
            }
        }

        File.WriteAllText(file, json.ToJsonString());
    }

    // Members of enumerations were in another letter case.
    private static void Age(ObjectModel model, JsonObject properties)
    {
        foreach (var property in model.Properties)
        {
            switch (property.Type, properties[property.Name])
            {
                case (EnumType, JsonValue text):
                    properties[property.Name] = text.GetValue<string>().ToLowerInvariant();
                    break;
                case (ListType { Item: ObjectType item }, JsonArray list):
                    foreach (var element in list.OfType<JsonObject>())
                    {
                        Age(item.Object, element);
                    }

                    break;
            }
        }
    }
}
