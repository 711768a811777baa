using Generator.Schema;

namespace Generator.Tests;

public sealed class SchemaErrorTests
{
    [Theory]
    [InlineData("""{""", "/: not valid JSON")]
    [InlineData("""[]""", "/: expected an object, found a list")]
    [InlineData("""{}""", "/: has no 'name'")]
    [InlineData("""{"name": 5}""", "/name: expected a string, found number 5")]
    [InlineData(
        """{"name": "p", "extensionParameterization": {}}""",
        "/: 'extensionParameterization' is not supported by this generator"
    )]
    [InlineData("""{"name": "p", "parameterization": {}}""", "/: has no 'version'")]
    [InlineData(
        """{"name": "p", "version": "1.0.0", "parameterization": {}}""",
        "/parameterization: has no 'baseProvider'"
    )]
    [InlineData(
        """{"name": "p", "version": "1.0.0", "parameterization": {"baseProvider": {"name": "b"}}}""",
        "/parameterization/baseProvider: has no 'version'"
    )]
    [InlineData(
        """{"name": "p", "version": "1.0.0", "parameterization": {"baseProvider": {"name": "b", "version": "1.0.0"}, "parameter": "?"}}""",
        "/parameterization/parameter: is not base64"
    )]
    [InlineData(
        """{"name": "p", "resources": {"Thing": {}}}""",
        "/resources/Thing: 'Thing' is no token of the form package:module:Name"
    )]
    [InlineData(
        """{"name": "p", "resources": {"p:index:T": {"inputProperties": {"a": {"type": "text"}}}}}""",
        "/resources/p:index:T/inputProperties/a: 'text' is no type"
    )]
    [InlineData(
        """{"name": "p", "resources": {"p:index:T": {"inputProperties": {"a": {"type": "array"}}}}}""",
        "/resources/p:index:T/inputProperties/a: an array has no 'items'"
    )]
    [InlineData(
        """{"name": "p", "resources": {"p:index:T": {"requiredInputs": ["b"], "inputProperties": {"a": {"type": "string"}}}}}""",
        "/resources/p:index:T/inputProperties: 'b' is required but is no property"
    )]
    [InlineData(
        """{"name": "p", "resources": {"p:index:T": {"properties": {"a": {"$ref": "#/types/p:index:U"}}}}}""",
        "/resources/p:index:T/properties/a: '#/types/p:index:U' refers to a type that the schema does not have"
    )]
    [InlineData(
        """{"name": "p", "resources": {"p:index:T": {"properties": {"a": {"$ref": "#/resources/p:index:U"}}}}}""",
        "/resources/p:index:T/properties/a: '#/resources/p:index:U' refers to a resource that the schema does not have"
    )]
    [InlineData(
        """{"name": "p", "resources": {"p:index:T": {"inputProperties": {"a": {"type": "integer", "const": "x"}}}}}""",
        "/resources/p:index:T/inputProperties/a: \"x\" is no integer"
    )]
    [InlineData(
        """{"name": "p", "resources": {"p:index:T": {"methods": {"m": "p:index:m"}}}, "functions": {"p:index:m": {}}}""",
        "/resources/p:index:T/methods/m: must be the function 'p:index:T/m'"
    )]
    [InlineData(
        """{"name": "p", "resources": {"p:index:T": {"methods": {"m": "p:index:T/m"}}}, "functions": {"p:index:T/m": {}}}""",
        "/functions/p:index:T/m: a method needs the input '__self__', the resource itself"
    )]
    [InlineData(
        """{"name": "p", "resources": {"p:index:T": {"inputProperties": {"a": {"type": "integer", "default": "x"}}}}}""",
        "/resources/p:index:T/inputProperties/a: \"x\" is no integer"
    )]
    [InlineData(
        """
            {"name": "p", "types": {"p:index:E": {"type": "string", "enum": [{"value": "a"}]}},
             "resources": {"p:index:T": {"inputProperties": {"a": {"$ref": "#/types/p:index:E", "default": "b"}}}}}
            """,
        "/resources/p:index:T/inputProperties/a: the default \"b\" is no value of p:index:E"
    )]
    [InlineData(
        """{"name": "p", "resources": {"p:index:T": {"properties": {"a-b": {"type": "string"}, "aB": {"type": "string"}}}}}""",
        "/resources/p:index:T/properties/aB: would become T.AB in C#, which /resources/p:index:T/properties/a-b becomes already"
    )]
    [InlineData(
        """{"name": "p", "resources": {"p:index:T": {"properties": {"urn": {"type": "string"}}}}}""",
        "/resources/p:index:T/properties/urn: would become T.Urn in C#, which T inherits"
    )]
    [InlineData(
        """{"name": "p", "resources": {"p:index:T": {"properties": {"t": {"type": "string"}}}}}""",
        "/resources/p:index:T/properties/t: would become T.T in C#, which is the class's own name"
    )]
    [InlineData(
        """{"name": "p", "resources": {"p:index:Thing": {}, "p:index:thing": {}}}""",
        "/resources/p:index:thing: would become Pulumi.P.Thing in C#, which /resources/p:index:Thing becomes already"
    )]
    [InlineData(
        """{"name": "p", "resources": {"p:index:GetThing": {}}, "functions": {"p:index:getThing": {}}}""",
        "/functions/p:index:getThing: would become Pulumi.P.GetThing in C#, which /resources/p:index:GetThing becomes already"
    )]
    [InlineData(
        """{"name": "p", "types": {"p:index:E": {"type": "string", "enum": [{"value": "a-b"}, {"value": "a_b"}]}}}""",
        "/types/p:index:E/enum/1: would become E.A_b in C#, which /types/p:index:E/enum/0 becomes already"
    )]
    public void Bad_schema_says_where_and_what(string schema, string message)
    {
        var error = Assert.Throws<SchemaException>(() => GeneratedAssembly.Generate(schema));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }
}
