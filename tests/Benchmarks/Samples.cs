namespace Benchmarks;

/// <summary>What was measured, in order of size.</summary>
internal sealed class Samples(IEnumerable<double> values)
{
    private readonly double[] _sorted = [.. values.Order()];

    /// <summary>Half of them are smaller.</summary>
    public double Median => At(0.5);

    /// <summary>One in a hundred is larger.</summary>
    public double P99 => At(0.99);

    /// <summary>The smallest: what the machine can do when nothing disturbs it.</summary>
    public double Least => _sorted[0];

    private double At(double share) => _sorted[Math.Min(_sorted.Length - 1, (int)(share * _sorted.Length))];
}
