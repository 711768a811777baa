using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Testing;

/// <summary>The rules of calls that only compute: check, diff, and what previews make of them.</summary>
internal static class DeclarationRules
{
    public static async Task CheckAsync(Trial trial)
    {
        var raw = await trial.RawAsync();
        var first = await raw.CheckAsync(PropertyMap.Empty, trial.Sample.Inputs);
        Expect("the same inputs, asked twice,", await raw.CheckAsync(PropertyMap.Empty, trial.Sample.Inputs));
        Expect(
            "the same inputs, with what it answered before as the old ones,",
            await raw.CheckAsync(first, trial.Sample.Inputs)
        );
        Expect("its own answer", await raw.CheckAsync(first, first));

        void Expect(string what, PropertyMap answer)
        {
            if (!answer.Equals(first))
            {
                trial.Fail($"{what} should be answered alike, and the answer changes {Changed(first, answer)}");
            }
        }
    }

    public static async Task DiffAsync(Trial trial)
    {
        var raw = await trial.RawAsync();
        var (_, state) = await trial.UpAsync();
        var same = await raw.DiffAsync(state, await raw.CheckAsync(state.Inputs, trial.Sample.Inputs));
        if (same.HasChanges)
        {
            trial.Fail($"nothing has changed, and the diff names {Listed(same.ChangedKeys)}");
        }

        foreach (var (words, to) in await trial.ChangesAsync())
        {
            var inputs = await raw.CheckAsync(state.Inputs, to);
            var diff = await raw.DiffAsync(state, inputs);
            var changed = Trial.Keys(state.Inputs, inputs);
            var named = diff.HasChanges ? diff.ChangedKeys : [];
            if (changed.Except(named).ToList() is { Count: > 0 } missing)
            {
                trial.Fail($"a change of {words} should be named, and the diff leaves out {Listed(missing)}");
            }

            if (
                named.Where(name => trial.Model.Find(name) is not null).Except(changed).ToList() is { Count: > 0 } extra
            )
            {
                trial.Fail($"of a change of {words} the diff also names {Listed(extra)}, which did not change");
            }
        }
    }

    public static async Task UnknownsAsync(Trial trial)
    {
        var raw = await trial.RawAsync();
        var (_, state) = await trial.UpAsync();
        var all = trial.Sample.Inputs.Keys;
        foreach (var names in all.Select(static name => (string[])[name]).Append([.. all]).DistinctBy(Listed))
        {
            var unknown = names.Aggregate(
                trial.Sample.Inputs,
                static (inputs, name) => inputs.With(name, PropertyValue.Unknown)
            );
            foreach (var olds in new[] { PropertyMap.Empty, state.Inputs })
            {
                await TryAsync(trial, $"{Listed(names)} not known", () => OneAsync(olds, unknown, names));
            }
        }

        async Task OneAsync(PropertyMap olds, PropertyMap unknown, string[] names)
        {
            var (inputs, failures) = await raw.TryCheckAsync(olds, unknown);
            if (failures.Count > 0)
            {
                trial.Fail(
                    $"{Listed(names)} not known should be taken, and is refused: {failures[0].Property}: {failures[0].Reason}"
                );
                return;
            }

            if (olds.Count == 0)
            {
                Expect("the preview of a create", await raw.PreviewCreateAsync(inputs));
                return;
            }

            var diff = await raw.DiffAsync(state, inputs);
            if (names.Except(diff.ChangedKeys).ToList() is { Count: > 0 } unnamed)
            {
                trial.Fail($"{Listed(unnamed)} not known may be another value, and the diff does not name it");
            }

            if (!diff.NeedsReplacement)
            {
                Expect("the preview of an update", await raw.PreviewUpdateAsync(state, inputs));
            }

            void Expect(string preview, PropertyMap outputs)
            {
                foreach (
                    var name in names.Where(name => outputs.Find(name) is { ContainsUnknowns: false } and not NullValue)
                )
                {
                    trial.Fail($"{preview} with {name} not known says that it is {outputs[name]}");
                }
            }
        }
    }

    private static async Task TryAsync(Trial trial, string what, Func<Task> tryAsync)
    {
        try
        {
            await tryAsync();
        }
        catch (Grpc.Core.RpcException failure)
        {
            trial.Fail($"{what} breaks it: {failure.Status.Detail}");
        }
    }

    private static string Changed(PropertyMap from, PropertyMap to) =>
        Trial.Words(from, to) is { Length: > 0 } words ? words : "what is secret";

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names);
}
