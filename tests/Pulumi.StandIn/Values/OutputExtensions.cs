using System.Collections.Immutable;

namespace Pulumi
{
    /// <summary>Reaches into outputs of lists and unions.</summary>
    public static class OutputExtensions
    {
        /// <summary>The first element.</summary>
        public static Output<T> First<T>(this Output<ImmutableArray<T>> array) => array.Apply(static items => items[0]);

        /// <summary>The element at an index.</summary>
        public static Output<T> GetAt<T>(this Output<ImmutableArray<T>> array, Input<int> index) =>
            Output.Tuple(array, index.ToOutput()).Apply(static both => both.Item1[both.Item2]);

        /// <summary>The number of elements.</summary>
        public static Output<int> Length<T>(this Output<ImmutableArray<T>> array) =>
            array.Apply(static items => items.Length);

        /// <summary>The value as the first type.</summary>
        public static Output<T0> AsT0<T0, T1>(this Output<Union<T0, T1>> output) =>
            output.Apply(static union => union.AsT0);

        /// <summary>The value as the second type.</summary>
        public static Output<T1> AsT1<T0, T1>(this Output<Union<T0, T1>> output) =>
            output.Apply(static union => union.AsT1);

        /// <summary>Whether it is of the first type.</summary>
        public static Output<bool> IsT0<T0, T1>(this Output<Union<T0, T1>> output) =>
            output.Apply(static union => union.IsT0);

        /// <summary>Whether it is of the second type.</summary>
        public static Output<bool> IsT1<T0, T1>(this Output<Union<T0, T1>> output) =>
            output.Apply(static union => union.IsT1);

        /// <summary>The value, whichever type it has.</summary>
        public static Output<object> Value<T0, T1>(this Output<Union<T0, T1>> output) =>
            output.Apply(static union => union.Value!);
    }
}

namespace Pulumi.Utilities
{
    /// <summary>Looks inside outputs; for tests and libraries, not for programs.</summary>
    public static class OutputUtilities
    {
        /// <summary>An output that is unknown, as in a preview.</summary>
        public static Output<T> CreateUnknown<T>(T value) =>
            new(Task.FromResult(OutputData.Known(value) with { IsKnown = false }));

        /// <summary>An output that is unknown, as in a preview.</summary>
        public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory)
        {
            return new Output<T>(CreateAsync());

            async Task<OutputData<T>> CreateAsync() => OutputData.Known(await valueFactory()) with { IsKnown = false };
        }

        /// <summary>What the output depends on.</summary>
        public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output) =>
            (await output.DataTask).Resources;

        /// <summary>Whether the value is known.</summary>
        public static async Task<bool> GetIsKnownAsync<T>(Output<T> output) => (await output.DataTask).IsKnown;

        /// <summary>The value; the type's default while unknown.</summary>
        public static async Task<T> GetValueAsync<T>(Output<T> output) => (await output.DataTask).Value;

        /// <summary>The same output, depending on one more resource.</summary>
        public static Output<T> WithDependency<T>(Output<T> output, Resource resource)
        {
            return new Output<T>(AddAsync());

            async Task<OutputData<T>> AddAsync()
            {
                var data = await output.DataTask;
                return data with { Resources = data.Resources.Add(resource) };
            }
        }
    }
}
