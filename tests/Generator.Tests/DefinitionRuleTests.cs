using Generator.Build;
using Pulumi.Provider.Model.Components;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Values;

namespace Generator.Tests;

/// <summary>What compiles, and could not be used: the build of a plugin says it, all of it at once.</summary>
public sealed class DefinitionRuleTests
{
    private static ProviderDefinition<Config, object> Provider(string name = "pkg", string version = "1.2.3-rc.1") =>
        new(name, version, static (_, _) => new object());

    private static string? Problem(ProviderDefinition provider)
    {
        try
        {
            DefinitionRules.Check(provider);
            return null;
        }
        catch (InvalidOperationException wrong)
        {
            return wrong.Message;
        }
    }

    [Fact]
    public void A_definition_that_can_be_used_passes() =>
        Assert.Null(
            Problem(
                Provider()
                    .Resource("pkg:index:Thing", NoResource)
                    .Component("pkg:index:Things", NoComponent)
                    .Function("pkg:index:getThing", NoFunction)
                    .Method("pkg:index:Thing", "findAll", NoMethod)
            )
        );

    [Theory]
    [InlineData("A b", "1.0.0", "'A b' is no name of a package: use lower-case letters, digits and dashes")]
    [InlineData("pkg", "one", "'one' is no version: write it as 1.2.3")]
    [InlineData("pkg", "v1.0.0", "'v1.0.0' is no version: write it as 1.2.3")]
    public void Name_and_version_are_those_of_a_package(string name, string version, string says) =>
        Assert.Equal(says, Problem(Provider(name, version)));

    [Fact]
    public void Tokens_are_of_the_package() =>
        Assert.Equal(
            "the resource 'pgk:index:Thing' is of the package 'pgk', and the provider's is 'pkg'; "
                + "the component 'pgk:index:Things' is of the package 'pgk', and the provider's is 'pkg'; "
                + "the function 'pgk:index:getThing' is of the package 'pgk', and the provider's is 'pkg'",
            Problem(
                Provider()
                    .Resource("pgk:index:Thing", NoResource)
                    .Component("pgk:index:Things", NoComponent)
                    .Function("pgk:index:getThing", NoFunction)
            )
        );

    [Fact]
    public void A_token_is_a_resource_or_a_component() =>
        Assert.Equal(
            "a resource and a component have the token 'pkg:index:Thing'",
            Problem(Provider().Resource("pkg:index:Thing", NoResource).Component("pkg:index:Thing", NoComponent))
        );

    [Theory]
    [InlineData("Find")]
    [InlineData("find it")]
    public void A_method_has_a_name_in_camel_case(string name) =>
        Assert.Equal(
            $"the method 'pkg:index:Thing/{name}' has no name in camel case",
            Problem(Provider().Resource("pkg:index:Thing", NoResource).Method("pkg:index:Thing", name, NoMethod))
        );

    [Fact]
    public void Options_of_every_provider_are_no_configuration() =>
        Assert.Equal(
            "the configuration key 'version' is one that the engine keeps for itself: call it something else; "
                + "the configuration key 'pluginDownloadURL' is one that the engine keeps for itself: call it something else",
            Problem(new ProviderDefinition<KeptConfig, object>("pkg", "1.0.0", static (_, _) => new object()))
        );

    private static IResource<Config, Config> NoResource(object session) => throw new NotSupportedException();

    private static IComponent<Config, Config> NoComponent(object session) => throw new NotSupportedException();

    private static IFunction<Config, Config> NoFunction(object session) => throw new NotSupportedException();

    private static IMethod<Config, Config> NoMethod(object session) => throw new NotSupportedException();

    private sealed record Config : IPropertyObject<Config>
    {
        public static ObjectModel Model { get; } = new(null, "", []);

        public static Config Decode(PropertyMap properties) => new();

        public PropertyMap Encode() => PropertyMap.Empty;
    }

    private sealed record KeptConfig : IPropertyObject<KeptConfig>
    {
        public static ObjectModel Model { get; } =
            new(
                null,
                "",
                [
                    .. new[] { "version", "pluginDownloadURL", "region" }.Select(static name => new PropertyModel
                    {
                        Name = name,
                        Type = TypeModel.String,
                        Description = "",
                    }),
                ]
            );

        public static KeptConfig Decode(PropertyMap properties) => new();

        public PropertyMap Encode() => PropertyMap.Empty;
    }
}
