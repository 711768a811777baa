using System.Collections.Immutable;
using Grpc.Core;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing;

/// <summary>Thrown within a rule that does not hold.</summary>
/// <param name="seen">What was seen.</param>
internal sealed class ViolatedException(string seen) : Exception(seen);

/// <summary>One rule being tried: a stack of its own, the provider's bare calls beside it, and what was found.</summary>
internal sealed class Trial : IAsyncDisposable
{
    /// <summary>What the resource is called.</summary>
    public const string Name = "sample";

    private readonly ProviderDefinition _provider;
    private readonly ConformanceRule _rule;
    private readonly List<Violation> _violations = [];
    private readonly List<LeftOut> _leftOut = [];
    private readonly List<TestStack> _stacks = [];
    private readonly HashSet<string> _before;
    private readonly Canaries _canaries;
    private RawProvider? _raw;

    public Trial(ProviderDefinition provider, Sample sample, ConformanceRule rule)
    {
        (_provider, Sample, _rule) = (provider, sample, rule);
        (Model, State) = (provider.Resources[sample.Type].Inputs, provider.Resources[sample.Type].State);
        _canaries = new Canaries(Model, sample.Inputs);
        _canaries.Learn(provider.Config, sample.Config);
        _before = Exists().ToHashSet();
    }

    /// <summary>The resource that is tried.</summary>
    public Sample Sample { get; }

    /// <summary>The model of its inputs.</summary>
    public ObjectModel Model { get; }

    /// <summary>The outputs of the resource.</summary>
    public ObjectModel State { get; }

    /// <summary>What does not hold.</summary>
    public ImmutableArray<Violation> Violations => [.. _violations];

    /// <summary>What cannot be tried.</summary>
    public ImmutableArray<LeftOut> LeftOut => [.. _leftOut];

    /// <summary>The secrets of the sample.</summary>
    public Canaries Canaries => _canaries;

    /// <summary>Notes what was seen against the rule.</summary>
    public void Fail(string seen) => Fail(_rule, seen);

    /// <summary>Notes what was seen against another rule.</summary>
    public void Fail(ConformanceRule rule, string seen) => _violations.Add(new Violation(rule, _canaries.Clean(seen)));

    /// <summary>Says why the rule cannot be tried.</summary>
    public void LeaveOut(string why) => _leftOut.Add(new LeftOut(_rule, why));

    /// <summary>The ids of things that exist and did not before the rule was tried; none where nobody can tell.</summary>
    public IReadOnlyList<string> Made() => [.. Exists().Where(id => !_before.Contains(id))];

    /// <summary>The provider's bare calls.</summary>
    public async Task<RawProvider> RawAsync() =>
        _raw ??= await RawProvider.StartAsync(_provider, Sample, message => Overhear([message]));

    /// <summary>A new stack.</summary>
    /// <param name="options">With what; the sample's own where there is nothing.</param>
    public TestStack Stack(TestStackOptions? options = null)
    {
        var stack = new TestStack(_provider, options ?? Sample.Options);
        foreach (var (key, value) in Sample.Config)
        {
            stack.Configure(
                key,
                value.Unwrapped is StringValue text ? text.Value : ValueJson.Reveal(value),
                value.ContainsSecrets || _provider.Config.Find(key) is { Secret: true }
            );
        }

        _stacks.Add(stack);
        return stack;
    }

    /// <summary>The program of one resource.</summary>
    public Func<TestProgram, Task> Program(PropertyMap? inputs = null) =>
        program => program.AddAsync(Sample.Type, Name, inputs ?? Sample.Inputs);

    /// <summary>Makes the sample in a new stack.</summary>
    public async Task<(TestStack Stack, ResourceState State)> UpAsync()
    {
        var stack = Stack();
        Hear(await stack.UpAsync(Program())).ShouldDo($"create {Name}");
        return (stack, (await stack.ResourceAsync(Name)).Resource);
    }

    /// <summary>Listens to what a run says: it may hold no secret, and call nothing a bug.</summary>
    public TestRun Hear(TestRun run)
    {
        Overhear(run.Events.OfType<Diagnostic>().Select(static said => said.Message));
        return run;
    }

    /// <summary>What the inputs change to, each with the words for it.</summary>
    public async Task<IReadOnlyList<(string Words, PropertyMap Inputs)>> ChangesAsync()
    {
        if (Sample.Changes.Count > 0)
        {
            return [.. Sample.Changes.Select(to => (Words(Sample.Inputs, to), to))];
        }

        var raw = await RawAsync();
        var held = await raw.CheckAsync(PropertyMap.Empty, Sample.Inputs);
        var changes = new List<(string, PropertyMap)>();
        foreach (var inputs in Variants.Of(Model, Sample.Inputs))
        {
            var (checkedInputs, failures) = await raw.TryCheckAsync(held, inputs);
            if (failures.Count == 0 && !checkedInputs.Equals(held))
            {
                changes.Add((Words(Sample.Inputs, inputs), inputs));
            }
        }

        return changes;
    }

    /// <summary>How two maps differ, secrets hidden.</summary>
    public static string Words(PropertyMap from, PropertyMap to) =>
        string.Join(", ", Keys(from, to).Select(key => $"{key} from {Said(from.Find(key))} to {Said(to.Find(key))}"));

    /// <summary>The names of what differs, null and absent being the same; secret and plain too.</summary>
    public static IReadOnlyList<string> Keys(PropertyMap from, PropertyMap to) =>
        [
            .. from
                .Keys.Union(to.Keys)
                .Where(key => !Bare(from.Find(key)).Equals(Bare(to.Find(key))))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Deletes what the rule has made, so that the next begins as this one did.</summary>
    public async Task ClearAsync()
    {
        Sample.OnRequest?.Invoke(null);
        foreach (var stack in _stacks)
        {
            Hear(await stack.DestroyAsync());
        }

        foreach (var id in Made())
        {
            try
            {
                var raw = await RawAsync();
                var found = await raw.ReadAsync(id);
                await raw.DeleteAsync(
                    new ResourceState
                    {
                        Urn = "",
                        Type = Sample.Type,
                        Id = id,
                        Inputs = found?.Inputs ?? PropertyMap.Empty,
                        Outputs = found?.Outputs ?? PropertyMap.Empty,
                    }
                );
            }
            catch (RpcException)
            {
                // What is left over is the next rules' burden; that the delete does not work, one of them says.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_raw is not null)
        {
            await _raw.DisposeAsync();
        }

        foreach (var stack in _stacks)
        {
            await stack.DisposeAsync();
        }
    }

    private static PropertyValue Bare(PropertyValue? value) =>
        value is null ? PropertyValue.Null : ValueJson.Bare(value);

    private static string Said(PropertyValue? value) => value is null ? "nothing" : value.ToString();

    private IEnumerable<string> Exists() => Sample.Exists?.Invoke() ?? [];

    private void Overhear(IEnumerable<string> messages)
    {
        foreach (var message in messages)
        {
            if (_canaries.Within(message) is { } found)
            {
                Fail(ConformanceRule.SecretsAreKept, $"a message has the secret {found}: {message}");
            }

            if (message.Contains($"bug in the {_provider.Name} provider", StringComparison.Ordinal))
            {
                Fail(
                    ConformanceRule.FailuresAreNoBugs,
                    $"{message}; throw an OperationException instead, or let ProviderDefinition.Explain say what it is"
                );
            }
        }
    }
}
