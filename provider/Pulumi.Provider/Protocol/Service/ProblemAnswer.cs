using System.Collections.Immutable;
using Grpc.Core;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Protocol.Service;

/// <summary>Writes problems so that the engine shows the path once, and no value that it should not.</summary>
internal sealed class ProblemAnswer(Secrets secrets)
{
    /// <summary>
    /// For Check and CheckConfig. The engine writes <c>property p value {v} has a problem: reason</c>, looking p up among the
    /// names of the inputs only: below them it finds no value, and it shows what a secret property holds, or one that was
    /// meant to be; and of an input that is absent it writes <c>value {&lt;nil&gt;}</c>. Without a property it writes
    /// <c>resource 'r' has a problem: reason</c>.
    /// </summary>
    /// <param name="problem">The problem.</param>
    /// <param name="model">The declaration of the inputs.</param>
    /// <param name="inputs">The inputs as the program gave them.</param>
    public CheckFailure OfCheck(Problem problem, ObjectModel model, PropertyMap inputs) =>
        problem.Path.Segments is [{ Key: { } name }]
        && model.Find(name) is { Secret: false }
        && inputs.Find(name) is { ContainsSecrets: false, Unwrapped: not Values.NullValue } given
        && !AddressCredentials.AreIn(given)
            ? OfInvoke(problem)
            : new CheckFailure { Reason = secrets.Clean($"{problem.Path}: {problem.Reason}") };

    /// <summary>For Invoke: SDKs write <c>reason (p)</c>, whatever p is.</summary>
    public CheckFailure OfInvoke(Problem problem) =>
        new() { Property = problem.Path.ToString(), Reason = secrets.Clean(problem.Reason) };

    /// <summary>
    /// For Construct. The engine writes a line for each path, with the value that it finds there; so one below which
    /// something is secret stands in the message, which it shows before.
    /// </summary>
    /// <param name="problems">The problems.</param>
    /// <param name="model">The declaration of the inputs.</param>
    /// <param name="inputs">The inputs as the program gave them.</param>
    public RpcException OfConstruct(ImmutableArray<Problem> problems, ObjectModel model, PropertyMap inputs)
    {
        var detail = new InputPropertiesError();
        var message = "not all inputs are valid";
        foreach (var (path, reason) in problems)
        {
            var words = secrets.Clean(reason);
            if (path.Head is { } name && model.Find(name) is { Secret: false } && !IsSecret(inputs, path))
            {
                detail.Errors.Add(
                    new InputPropertiesError.Types.PropertyError { PropertyPath = path.ToString(), Reason = words }
                );
            }
            else
            {
                message += $"; {path}: {words}";
            }
        }

        return Failures.WithDetail(StatusCode.InvalidArgument, message, detail);
    }

    private static bool IsSecret(PropertyMap inputs, PropertyPath path) =>
        Enumerable
            .Range(1, path.Segments.Length)
            .Select(length => new PropertyPath(path.Segments[..length]).Find(inputs))
            .Any(static value => value is SecretValue or OutputValue { IsSecret: true })
        || path.Find(inputs) is { ContainsSecrets: true }
        || AddressCredentials.AreIn(path.Find(inputs));
}
