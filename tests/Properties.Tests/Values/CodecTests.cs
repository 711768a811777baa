using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Protocol.Values;
using ListValue = Pulumi.Provider.Protocol.Values.ListValue;

namespace Properties.Tests.Values;

public sealed class CodecTests
{
    private static Arbitrary<PropertyValue> Values => Arb.From(ValueGen.Value(4), ValueGen.Shrink);

    [Fact]
    public void Every_value_comes_back_from_the_wire_as_it_was() =>
        Check.One(
            Budget.For(1000),
            Prop.ForAll(
                Values,
                static value =>
                {
                    var wire = StructCodec.Encode(value).ToByteArray();
                    var back = StructCodec.Decode(Value.Parser.ParseFrom(wire));
                    return back.Equals(value)
                        && back.GetHashCode() == value.GetHashCode()
                        && back.ContainsSecrets == value.ContainsSecrets
                        && back.ContainsUnknowns == value.ContainsUnknowns;
                }
            )
        );

    [Fact]
    public void No_secret_is_ever_printed() =>
        Check.One(
            Budget.For(500),
            Prop.ForAll(
                Values,
                static value =>
                    !WithCanary(value, hidden: false).ToString().Contains("canary", StringComparison.Ordinal)
            )
        );

    // Every text inside a secret becomes a canary; whatever is not secret has no text at all.
    private static PropertyValue WithCanary(PropertyValue value, bool hidden) =>
        value switch
        {
            SecretValue secret => new SecretValue(WithCanary(secret.Value, true)),
            OutputValue output => output with
            {
                Value = output.Value is null ? null : WithCanary(output.Value, hidden || output.IsSecret),
                Dependencies = [],
            },
            ListValue list => new ListValue(list.Items.Select(item => WithCanary(item, hidden))),
            ObjectValue obj => new ObjectValue(
                new PropertyMap(
                    obj.Fields.Select(
                        (field, index) => KeyValuePair.Create($"{index}", WithCanary(field.Value, hidden))
                    )
                )
            ),
            _ => hidden ? "canary" : PropertyValue.Null,
        };
}
