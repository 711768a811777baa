using Generator.Examples;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;
using ListValue = Pulumi.Provider.Protocol.Values.ListValue;
using ObjectValue = Pulumi.Provider.Protocol.Values.ObjectValue;

namespace Vpcep.Provider.Tests.Documentation;

/// <summary>Takes the steps of an example, one after the other, as an engine would.</summary>
internal sealed class ExampleRun(ProviderOnEmulator host)
{
    private readonly Dictionary<ExampleStep, (string? Id, PropertyMap Outputs)> _taken = [];

    /// <summary>Makes the resource, or asks the function.</summary>
    public async Task TakeAsync(ExampleStep step)
    {
        if (step is ResourceStep { Resource.IsProvider: true })
        {
            return;
        }

        // Only one other provider appears in examples: that of the other account.
        if (step.Provider is not null)
        {
            await host.ConfigureAsync(
                ("projectId", Account.Other.ProjectId),
                ("accessKey", Account.Other.AccessKey!),
                ("secretKey", Account.Other.SecretKey!)
            );
        }

        var inputs = step.Inputs.Select(input => (input.Property.Name, Value(input.Value)!)).ToArray();
        switch (step)
        {
            case ResourceStep resource:
                var made = new Managed(host, resource.Resource.Token.Split(':')[2], step.Name);
                await made.CreateAsync(Props.Map(inputs));
                _taken[step] = (made.Id, made.Outputs);
                break;
            case CallStep call:
                _taken[step] = (null, await host.AskAsync(call.Function.Token, inputs));
                break;
        }

        if (step.Provider is not null)
        {
            await host.ConfigureAsync();
        }
    }

    /// <summary>A value, with what the steps before gave; null where they gave nothing.</summary>
    public PropertyValue? Value(ExampleValue value) =>
        value switch
        {
            LiteralValue { Value: bool flag } => flag,
            LiteralValue { Value: int number } => (double)number,
            LiteralValue { Value: string text } => text,
            ChoiceValue choice => (string)choice.Choice.Value,
            Generator.Examples.ListValue list => new ListValue([.. list.Items.Select(item => Value(item)!)]),
            MapValue map => new ObjectValue(
                Props.Map([.. map.Entries.Select(entry => (entry.Key, Value(entry.Value)!))])
            ),
            AnyValue any => Value(any.Value),
            Generator.Examples.ObjectValue of => new ObjectValue(
                Props.Map([.. of.Properties.Select(input => (input.Property.Name, Value(input.Value)!))])
            ),
            TextValue text => string.Concat(text.Parts.Select(part => ((StringValue)Value(part)!).Value)),
            ReferenceValue reference => Follow(reference),
            _ => throw new InvalidOperationException($"no value for {value.GetType().Name}"),
        };

    private PropertyValue? Follow(ReferenceValue reference)
    {
        var (id, outputs) = _taken[reference.Step];
        PropertyValue? found = new ObjectValue(outputs);
        foreach (var hop in reference.Path)
        {
            found = (hop, found?.Unwrapped) switch
            {
                ({ Index: { } index }, ListValue list) => list.Items[index],
                ({ Property: { } property }, ObjectValue of) => of.Fields.Find(property.Name),
                ({ Property: null, Index: null }, _) => id!,
                _ => null,
            };
        }

        return found;
    }
}
