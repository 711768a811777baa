using Generator.Schema;

namespace Generator.Compatibility;

/// <summary>
/// What in a schema breaks programs that were written with an older one: they no longer compile, or do something else with
/// what they have. Additions break nothing.
/// </summary>
internal sealed class SchemaComparison
{
    private readonly PackageSchema _old;
    private readonly PackageSchema _new;
    private readonly List<string> _breaks = [];

    private SchemaComparison(PackageSchema old, PackageSchema @new) => (_old, _new) = (old, @new);

    /// <summary>The breaks, each with its path in the schema.</summary>
    internal static IReadOnlyList<string> Breaks(PackageSchema old, PackageSchema @new)
    {
        var comparison = new SchemaComparison(old, @new);
        comparison.Compare();
        return comparison._breaks;
    }

    private void Compare()
    {
        Inputs(_old.Config, _new.Config);
        Resource(_old.Provider, _new.Provider);
        var resources = Pairs(
            _old.Resources,
            _new.Resources,
            static one => (one.Token, one.Path),
            static one => one.AliasTypes
        );
        foreach (var (old, @new) in resources)
        {
            Resource(old, @new);
        }

        foreach (var (old, @new) in Pairs(Functions(_old), Functions(_new), static one => (one.Token, one.Path)))
        {
            Inputs(old.Inputs ?? [], @new.Inputs ?? []);
            Outputs(old.Outputs ?? [], @new.Outputs ?? []);
            if (Words(old.ScalarOutput) != Words(@new.ScalarOutput))
            {
                Break(@new.Path, $"gives {Words(@new.ScalarOutput)} instead of {Words(old.ScalarOutput)}");
            }
        }

        foreach (var (old, @new) in Pairs(_old.Enums, _new.Enums, static one => (one.Token, one.Path)))
        {
            Values(old, @new);
        }

        Objects();
    }

    private static IReadOnlyList<FunctionSchema> Functions(PackageSchema package) =>
        [
            .. package.Functions,
            .. package.Resources.SelectMany(static one => one.Methods).Select(static one => one.Function),
        ];

    private void Resource(ResourceSchema old, ResourceSchema @new)
    {
        Inputs(old.Inputs, @new.Inputs);
        Outputs(old.Outputs, @new.Outputs);
    }

    private void Values(EnumSchema old, EnumSchema @new)
    {
        foreach (var gone in old.Values.Where(value => @new.Values.All(other => !Equals(other.Value, value.Value))))
        {
            Break($"{old.Path}/{gone.Value}", "is gone");
        }
    }

    // An object is judged as what it is used for.
    private void Objects()
    {
        var uses = new TypeUses(_old, readsConfig: true)
            .All()
            .ToLookup(static use => use.Type.Token, static use => use.Shape);
        foreach (var (old, @new) in Pairs(_old.Objects, _new.Objects, static one => (one.Token, one.Path)))
        {
            var shapes = uses[old.Token].ToList();
            if (shapes.Exists(static shape => shape is not Shape.Output))
            {
                Inputs(old.Properties, @new.Properties);
            }
            else
            {
                Outputs(old.Properties, @new.Properties);
            }

            if (shapes.Contains(Shape.Output) && shapes.Count > 1)
            {
                Surer(old.Properties, @new.Properties);
            }
        }
    }

    private void Inputs(IReadOnlyList<PropertySchema> old, IReadOnlyList<PropertySchema> @new)
    {
        foreach (var (before, after) in Properties(old, @new))
        {
            if (after.IsRequired && !before.IsRequired)
            {
                Break(after.Path, "is required and was not");
            }

            if (!Equals(before.Constant, after.Constant))
            {
                Break(after.Path, $"is always {Words(after.Constant)} and was always {Words(before.Constant)}");
            }

            if (!Equals(before.Default, after.Default))
            {
                Break(after.Path, $"is {Words(after.Default)} unless set and was {Words(before.Default)}");
            }

            if (Replaces(after) && !Replaces(before))
            {
                Break(after.Path, "replaces the resource when it changes and did not");
            }
        }

        foreach (var added in @new.Where(one => one.IsRequired && !old.Any(other => IsOrWas(one, other.Name))))
        {
            Break(added.Path, "is new and required");
        }
    }

    private void Outputs(IReadOnlyList<PropertySchema> old, IReadOnlyList<PropertySchema> @new)
    {
        foreach (var (before, after) in Properties(old, @new))
        {
            if (before.IsSecret && !after.IsSecret)
            {
                Break(after.Path, "is no longer a secret");
            }
        }

        Surer(old, @new);
    }

    // Who reads a value that may be missing has to say what then.
    private void Surer(IReadOnlyList<PropertySchema> old, IReadOnlyList<PropertySchema> @new)
    {
        foreach (var before in old.Where(static one => one.IsRequired))
        {
            if (@new.FirstOrDefault(one => IsOrWas(one, before.Name)) is { IsRequired: false } after)
            {
                Break(after.Path, "may be missing in outputs and never was");
            }
        }
    }

    private IEnumerable<(PropertySchema Old, PropertySchema New)> Properties(
        IReadOnlyList<PropertySchema> old,
        IReadOnlyList<PropertySchema> @new
    )
    {
        foreach (
            var (before, after) in Pairs(
                old,
                @new,
                static one => (one.Name, one.Path),
                static one => [.. one.FormerNames]
            )
        )
        {
            if (Words(before.Type) != Words(after.Type))
            {
                Break(after.Path, $"is {Words(after.Type)} and was {Words(before.Type)}");
            }

            yield return (before, after);
        }
    }

    // Stacks go on by former names; programs have to say those of today.
    private IEnumerable<(T Old, T New)> Pairs<T>(
        IReadOnlyList<T> old,
        IReadOnlyList<T> @new,
        Func<T, (string Key, string Path)> identify,
        Func<T, IReadOnlyList<string>>? formerly = null
    )
        where T : class
    {
        var byKey = @new.ToDictionary(one => identify(one).Key, StringComparer.Ordinal);
        foreach (var one in old)
        {
            var (key, path) = identify(one);
            var renamed = @new.FirstOrDefault(other => formerly?.Invoke(other).Contains(key) is true);
            if ((byKey.GetValueOrDefault(key) ?? renamed) is not { } counterpart)
            {
                Break(path, "is gone");
                continue;
            }

            var (name, newPath) = identify(counterpart);
            if (name != key)
            {
                Break(newPath, $"was called '{key}'");
            }

            foreach (var former in formerly?.Invoke(one).Except([name, .. formerly(counterpart)]) ?? [])
            {
                Break(newPath, $"is no longer found by its former name '{former}', which stacks may have");
            }

            yield return (one, counterpart);
        }
    }

    private void Break(string path, string how) => _breaks.Add($"{path}: {how}");

    private static bool IsOrWas(PropertySchema property, string name) =>
        property.Name == name || property.FormerNames.Contains(name);

    private static bool Replaces(PropertySchema property) => property.ReplaceOnChanges || property.WillReplaceOnChanges;

    private static string Words(object? value) =>
        value switch
        {
            null => "nothing",
            bool flag => flag ? "true" : "false",
            string text => $"\"{text}\"",
            SchemaType type => TypeWords.Of(type),
            _ => $"{value}",
        };
}
