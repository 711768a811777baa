using System.Collections.Immutable;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Rules;

/// <summary>
/// Checks inputs against a model and fills in defaults. Finds all problems, not just the first; keeps what the user
/// wrote as the user wrote it, secrets wrapped; never judges an unknown value, which may turn out to be none.
/// </summary>
/// <param name="features">What the place offers.</param>
/// <param name="held">
/// The inputs that the resource has. What a newer cloud put among them (members of enumerations that are not declared, or not
/// known to be offered; keys of its own) is not the user's doing: an import, or ignored changes, bring it here.
/// </param>
public sealed class InputChecker(Features features, PropertyMap? held = null)
{
    private readonly ImmutableArray<Problem>.Builder _problems = ImmutableArray.CreateBuilder<Problem>();
    private readonly ImmutableArray<Problem>.Builder _warnings = ImmutableArray.CreateBuilder<Problem>();
    private PropertyMap? _inputs;

    /// <summary>The inputs that the resource has; null where nobody says.</summary>
    public PropertyMap? Held => held;

    /// <summary>What is checked, defaults filled in.</summary>
    public InputView Inputs => InputView.Of(_inputs ?? PropertyMap.Empty);

    /// <summary>Says what further checks are about.</summary>
    internal void Begin(PropertyMap inputs) => _inputs = inputs;

    /// <summary>What was found so far.</summary>
    public ImmutableArray<Problem> Problems => _problems.ToImmutable();

    /// <summary>What is allowed and yet not likely meant.</summary>
    public ImmutableArray<Problem> Warnings => _warnings.ToImmutable();

    /// <summary>Adds a warning: the program goes on, and the user sees it from the preview on.</summary>
    public void Warn(PropertyPath path, string reason) => _warnings.Add(new Problem(path, reason));

    /// <summary>Adds a problem that the model cannot know.</summary>
    public void Add(PropertyPath path, string reason) => _problems.Add(new Problem(path, reason));

    /// <summary>Adds a problem that the model cannot know.</summary>
    /// <param name="path">Where, such as <c>ports[0].from</c>.</param>
    /// <param name="reason">What is wrong, and how to mend it.</param>
    public void Add(string path, string reason) => Add(PropertyPath.Parse(path), reason);

    /// <summary>Checks an object's properties; answers them with defaults filled in.</summary>
    /// <param name="model">The declared properties.</param>
    /// <param name="inputs">What the user gave.</param>
    /// <param name="path">Where in the inputs this object is.</param>
    public PropertyMap Check(ObjectModel model, PropertyMap inputs, PropertyPath path)
    {
        var result = Check(model, inputs, path, secret: false);
        if (held is { Count: > 0 })
        {
            WarnOfChanges(model, held, result, path);
        }

        return result;
    }

    private PropertyMap Check(ObjectModel model, PropertyMap inputs, PropertyPath path, bool secret)
    {
        inputs = model.HasFormerNames ? ByTodaysNames(model, inputs, path) : inputs;
        var result = inputs;
        foreach (var (name, value) in inputs)
        {
            if (name.StartsWith("__", StringComparison.Ordinal))
            {
                result = result.Without(name); // the engine's own keys, not the user's
            }
            else if (model.Find(name) is not { } property)
            {
                Add(path.Append(name), $"there is no such property{Suggestion.For(name, model)}");
            }
            else if (value.Unwrapped is UnknownValue || Sameness.IsAbsent(value) && !property.Required)
            {
                continue;
            }
            else if (!features.Offers(property.RequiresFeature))
            {
                Add(path.Append(name), $"{features.Missing(property.RequiresFeature!)}. Remove it");
            }
            else
            {
                WarnIf(features.Doubt(property.RequiresFeature), path.Append(name));
                var checkedValue = CheckValue(
                    property,
                    property.Type,
                    value,
                    path.Append(name),
                    secret || property.Secret
                );
                if (property.Constant is { } constant && !constant.Equals(checkedValue.Unwrapped))
                {
                    Add(path.Append(name), $"it can only be {constant}");
                }

                result = result.With(name, checkedValue);
            }
        }

        foreach (var property in model.Properties)
        {
            var given = inputs.Find(property.Name);
            if ((property.Constant ?? property.Default) is { } fallback)
            {
                result =
                    Sameness.IsAbsent(given) && features.Confirms(property.RequiresFeature)
                        ? result.With(property.Name, fallback)
                        : result;
            }
            else if (property.Required && Sameness.IsNull(given))
            {
                Add(path.Append(property.Name), $"required, but not set; {FirstSentence(property.Description)}");
            }
        }

        return result;
    }

    // A program that is older than the provider says what properties were called.
    private PropertyMap ByTodaysNames(ObjectModel model, PropertyMap inputs, PropertyPath path)
    {
        foreach (var property in model.Properties)
        {
            foreach (var former in property.FormerNames)
            {
                if (inputs.Find(former) is not { } value)
                {
                    continue;
                }

                var kept = held is null ? null : path.Append(property.Name).Find(held);
                inputs = inputs.Without(former);
                if (!inputs.ContainsKey(property.Name))
                {
                    Warn(path.Append(former), $"is called '{property.Name}' now; call it so");
                }
                else if (kept is not null && kept.Unwrapped.Equals(value.Unwrapped))
                {
                    // The engine put it there.
                    Warn(path.Append(former), $"is called '{property.Name}' now; call it so in ignoreChanges");
                }
                else
                {
                    Add(path.Append(former), $"is called '{property.Name}' now, which is set too; remove it");
                    continue;
                }

                inputs = inputs.With(property.Name, value);
            }
        }

        return inputs;
    }

    private PropertyValue CheckValue(
        PropertyModel property,
        TypeModel type,
        PropertyValue value,
        PropertyPath path,
        bool secret
    )
    {
        secret |= value is SecretValue or OutputValue { IsSecret: true } || AddressCredentials.AreIn(value);
        switch (type, value.Unwrapped)
        {
            case (_, UnknownValue):
                return value;
            case (ListType list, ListValue items):
                AddIf(
                    path,
                    secret: false,
                    property.Constraints,
                    constraint => constraint.ProblemOfCount(items.Items.Length)
                );
                return Rewrap(
                    value,
                    new ListValue(
                        items.Items.Select((item, i) => CheckValue(property, list.Item, item, path.Append(i), secret))
                    )
                );
            case (MapType map, ObjectValue given):
                var entries = WithoutReserved(property, given, path);
                AddIf(
                    path,
                    secret: false,
                    property.Constraints,
                    constraint => constraint.ProblemOfCount(entries.Fields.Count)
                );
                return Rewrap(
                    value,
                    new ObjectValue(
                        new PropertyMap(
                            entries.Fields.Select(entry =>
                                KeyValuePair.Create(
                                    entry.Key,
                                    CheckValue(property, map.Item, entry.Value, path.Append(entry.Key), secret)
                                )
                            )
                        )
                    )
                );
            case (ObjectType nested, ObjectValue obj):
                return Rewrap(value, new ObjectValue(Check(nested.Object, obj.Fields, path, secret)));
            case (EnumType { Enum: var choices }, StringValue text):
                return Rewrap(value, Choice(choices, text.Value, path, secret));
            case (AnyType, _) when IsJson(value):
                return value;
            case (UnionType union, _) when union.CaseOf(value) is { } one:
                return CheckValue(property, one, value, path, secret);
            case (UnionType { Discriminator: not null } union, ObjectValue obj):
                AddUnknownCase(union, obj.Fields, path, secret);
                return value;
            case (ReferenceType reference, ResourceReferenceValue resource):
                if (resource.TypeToken is { Length: > 0 } other && other != reference.Token)
                {
                    Add(path, $"{resource.Urn} is of type {other}; give {TypeWords.Of(reference)}");
                }

                return value;
            case (AssetType, AssetValue) or (ArchiveType, ArchiveValue):
                return value;
            case (JsonType, StringValue text):
                if (JsonValues.TryParse(text.Value) is null)
                {
                    Add(path, $"{TypeWords.Quote(text.Value, secret)} is no JSON");
                }

                return value;
            case (PrimitiveType { Name: "string" }, StringValue text):
                AddIf(path, secret, property.Constraints, constraint => constraint.Problem(text.Value));
                return value;
            case (PrimitiveType { Name: "boolean" }, BoolValue):
                return value;
            case (PrimitiveType { Name: "integer" }, NumberValue number)
                when number.Value != Math.Truncate(number.Value):
                Add(path, TypeWords.NotWhole(property, number.Value, secret));
                return value;
            case (PrimitiveType { Name: "integer" or "number" }, NumberValue number):
                AddIf(path, secret, property.Constraints, constraint => constraint.Problem(number.Value));
                return value;
            default:
                Add(path, TypeWords.Mismatch(property, type, value, secret));
                return value;
        }
    }

    private void AddUnknownCase(UnionType union, PropertyMap fields, PropertyPath path, bool secret)
    {
        var name = union.Discriminator!;
        var words = union.Flat.Select(one => UnionType.Constant(one, name)).OfType<PropertyValue>();
        Add(
            path.Append(name),
            $"{(secret ? "the secret value" : fields[name])} is not one of: {string.Join(", ", words)}"
        );
    }

    private StringValue Choice(EnumModel choices, string text, PropertyPath path, bool secret)
    {
        var member = choices.Find(text);
        if ((member is null || !features.Offers(member.RequiresFeature)) && !IsHeld(text))
        {
            var offered = choices.Members.Where(member => features.Offers(member.RequiresFeature));
            var all = string.Join(", ", offered.Select(static member => member.Value));
            var reason = member is null
                ? $"is not one of: {all}"
                : $"is {features.Missing(member.RequiresFeature!)}. Choose one of: {all}";
            Add(path, $"{TypeWords.Quote(text, secret)} {reason}");
        }
        else if (features.Doubt(member?.RequiresFeature) is { } doubt)
        {
            Warn(path, $"{TypeWords.Quote(text, secret)} is {doubt}");
        }

        return new StringValue(member?.Value ?? text);
    }

    // Here and not in the diff: what a preview shows of a diff has no room for a warning.
    private void WarnOfChanges(ObjectModel model, PropertyMap old, PropertyMap inputs, PropertyPath path)
    {
        foreach (var property in model.Properties)
        {
            if (
                features.Doubt(property.ReplaceOnChangeUnless) is { } doubt
                && !Sameness.Same(property, old.Find(property.Name), inputs.Find(property.Name))
            )
            {
                Warn(path.Append(property.Name), $"changing it in place is {doubt}");
            }
        }
    }

    private void WarnIf(string? doubt, PropertyPath path)
    {
        if (doubt is not null)
        {
            Warn(path, doubt);
        }
    }

    private static bool IsJson(PropertyValue value) =>
        value.Unwrapped switch
        {
            ListValue list => list.Items.All(IsJson),
            ObjectValue obj => obj.Fields.Values.All(IsJson),
            NullValue or BoolValue or NumberValue or StringValue or UnknownValue => true,
            _ => false,
        };

    // Where it stands does not matter: elements move.
    private bool IsHeld(string text) =>
        held is not null
        && held.Values.SelectMany(static value => Texts(value.Unwrapped)).Contains(text, StringComparer.Ordinal);

    private static IEnumerable<string> Texts(PropertyValue value) =>
        value switch
        {
            StringValue text => [text.Value],
            ListValue list => list.Items.SelectMany(static item => Texts(item.Unwrapped)),
            ObjectValue obj => obj.Fields.Values.SelectMany(static field => Texts(field.Unwrapped)),
            _ => [],
        };

    private ObjectValue WithoutReserved(PropertyModel property, ObjectValue map, PropertyPath path)
    {
        if (property.ReservedPrefix is not { } reserved)
        {
            return map;
        }

        foreach (var key in map.Fields.Keys.Where(key => key.StartsWith(reserved, StringComparison.Ordinal)))
        {
            if (held is null || path.Append(key).Find(held) is null)
            {
                Add(path.Append(key), $"keys that start with '{reserved}' are the cloud's own; remove it");
            }

            map = new ObjectValue(map.Fields.Without(key));
        }

        return map;
    }

    private void AddIf(
        PropertyPath path,
        bool secret,
        IReadOnlyList<Constraint> constraints,
        Func<Constraint, string?> judge
    )
    {
        foreach (var constraint in constraints)
        {
            if (judge(constraint) is { } problem)
            {
                Add(
                    path,
                    !secret ? problem
                        : constraint.Fix is { } fix ? $"the secret value is not valid; {fix}"
                        : "the secret value is not valid"
                );
            }
        }
    }

    private static PropertyValue Rewrap(PropertyValue original, PropertyValue content) =>
        original switch
        {
            SecretValue => new SecretValue(content),
            OutputValue output => output with { Value = content },
            _ => content,
        };

    private static string FirstSentence(string markdown)
    {
        var end = markdown.AsSpan().IndexOfAny("\n");
        var paragraph = end < 0 ? markdown : markdown[..end];
        var stop = paragraph.IndexOf(". ", StringComparison.Ordinal);
        return "it is: " + (stop < 0 ? paragraph.TrimEnd('.') : paragraph[..stop]);
    }
}
