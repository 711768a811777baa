using System.Collections.Immutable;
using Pulumi;

namespace StandIn.Tests;

/// <summary>Resources and functions as an SDK would have them.</summary>
internal sealed class PortArgs : ResourceArgs
{
    [Input("port", required: true)]
    public Input<int> Port { get; set; } = null!;

    [Input("proto")]
    public Input<string>? Proto { get; set; }
}

internal sealed class ItemArgs : ResourceArgs
{
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    [Input("size")]
    public Input<int>? Size { get; set; }

    [Input("tags")]
    private InputMap<string>? _tags;

    public InputMap<string> Tags
    {
        get => _tags ??= [];
        set => _tags = value;
    }

    [Input("ports")]
    private InputList<PortArgs>? _ports;

    public InputList<PortArgs> Ports
    {
        get => _ports ??= [];
        set => _ports = value;
    }

    [Input("secretValue")]
    private Input<string>? _secretValue;

    public Input<string>? SecretValue
    {
        get => _secretValue;
        set =>
            _secretValue = Output
                .Tuple<Input<string>?, int>(value, Output.CreateSecret(0))
                .Apply(static both => both.Item1);
    }

    [Input("mode")]
    public Input<Mode>? Mode { get; set; }

    [Input("flags", json: true)]
    public InputList<bool>? Flags { get; set; }
}

[EnumType]
internal readonly struct Mode : IEquatable<Mode>
{
    private readonly string _value;

    private Mode(string value) => _value = value;

    public static Mode Fast { get; } = new("fast");

    public static explicit operator string(Mode value) => value._value;

    public bool Equals(Mode other) => _value == other._value;

    public override bool Equals(object? obj) => obj is Mode other && Equals(other);

    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);
}

[OutputType]
internal sealed class Port
{
    public readonly int Number;
    public readonly string? Proto;

    [OutputConstructor]
    private Port([OutputConstructorParameter("port")] int number, string? proto) => (Number, Proto) = (number, proto);
}

internal sealed class Item(string name, ItemArgs args, CustomResourceOptions? options = null)
    : CustomResource("echo:index:Item", name, args, Defaults(options))
{
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("size")]
    public Output<int?> Size { get; private set; } = null!;

    [Output("computed")]
    public Output<string> Computed { get; private set; } = null!;

    [Output("tags")]
    public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;

    [Output("ports")]
    public Output<ImmutableArray<Port>> Ports { get; private set; } = null!;

    [Output("secretValue")]
    public Output<string?> SecretValue { get; private set; } = null!;

    [Output("mode")]
    public Output<Mode?> Mode { get; private set; } = null!;

    public static Item Get(string name, Input<string> id) =>
        new(name, new ItemArgs { Name = "" }, new CustomResourceOptions { Id = id });

    private static CustomResourceOptions Defaults(CustomResourceOptions? options) =>
        CustomResourceOptions.Merge(
            new CustomResourceOptions { Version = "1.2.3", AdditionalSecretOutputs = { "secretValue" } },
            options
        );
}

internal sealed class Component : ComponentResource
{
    public Component(string name)
        : base("proj:index:Component", name)
    {
        Child = new Item($"{name}-child", new ItemArgs { Name = "child" }, new CustomResourceOptions { Parent = this });
        Result = Child.Name;
        RegisterOutputs(new Dictionary<string, object?> { ["result"] = Result });
    }

    public Item Child { get; }

    [Output("result")]
    public Output<string> Result { get; private set; }
}

internal sealed class LookupArgs : InvokeArgs
{
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;
}

[OutputType]
internal sealed class LookupResult
{
    public readonly string Name;

    [OutputConstructor]
    private LookupResult(string name) => Name = name;
}
