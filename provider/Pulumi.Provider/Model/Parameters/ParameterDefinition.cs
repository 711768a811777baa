using System.Text;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Model.Schema;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Parameters;

/// <summary>How packages are made of a provider: the model of the parameter, and what it makes.</summary>
public abstract class ParameterDefinition
{
    private protected ParameterDefinition(ObjectModel model) => Model = model;

    /// <summary>The parameter.</summary>
    public ObjectModel Model { get; }

    /// <summary>Makes the package that a command line asks for; may ask the network.</summary>
    /// <param name="args">What stands behind the provider's name.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationException">The arguments are wrong; the message names each.</exception>
    internal abstract Task<SubPackage> OfArgumentsAsync(
        IReadOnlyList<string> args,
        Func<string, string?> environment,
        CancellationToken cancellationToken
    );

    /// <summary>Makes the package again that an SDK is of; asks nobody.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="version">Its version.</param>
    /// <param name="value">The parameter as the SDK keeps it.</param>
    /// <exception cref="OperationException">The parameter is of another version of the provider, or of another package.</exception>
    internal abstract SubPackage OfValue(string name, string version, ReadOnlyMemory<byte> value);
}

/// <summary>A typed parameter.</summary>
/// <param name="provider">The provider.</param>
/// <param name="package">Makes the package of it.</param>
/// <param name="resolve">Completes what was given by what only the network tells; or null.</param>
internal sealed class ParameterDefinition<TParameter>(
    ProviderDefinition provider,
    Func<TParameter, ProviderDefinition> package,
    Func<TParameter, CancellationToken, Task<TParameter>>? resolve
) : ParameterDefinition(TParameter.Model)
    where TParameter : class, IPropertyObject<TParameter>
{
    internal override async Task<SubPackage> OfArgumentsAsync(
        IReadOnlyList<string> args,
        Func<string, string?> environment,
        CancellationToken cancellationToken
    )
    {
        var (given, wrong) = ArgumentReader.Read(Model, args);
        given = Configuration.FromEnvironment(Model, given, environment, static _ => true);
        var (complete, problems) = Configuration.Check(Model, given);
        if (!wrong.IsEmpty || !problems.IsEmpty)
        {
            var words = wrong.Concat(problems.Select(static problem => $"--{problem.Path}: {problem.Reason}"));
            throw new OperationException(
                FailureKind.InvalidInput,
                $"the {provider.Name} provider does not take these arguments: {string.Join("; ", words)}"
            );
        }

        var parameter = TParameter.Decode(complete);
        if (resolve is not null)
        {
            parameter = await resolve(parameter, cancellationToken).ConfigureAwait(false);
        }

        var text = JsonValues.Write(new ObjectValue(parameter.Encode()));
        var (read, misfits) = Read(text);
        return misfits is null
            ? Made(read!, Encoding.UTF8.GetBytes(text))
            : throw new InvalidOperationException(
                $"the parameter that was resolved does not fit its record: {misfits}"
            );
    }

    internal override SubPackage OfValue(string name, string version, ReadOnlyMemory<byte> value)
    {
        var (parameter, misfits) = Read(Encoding.UTF8.GetString(value.Span));
        if (misfits is not null)
        {
            throw Stranger(name, version, $"does not know its parameter: {misfits}");
        }

        var made = Made(parameter!, value);
        return made.Definition.Name == name
            ? made
            : throw Stranger(name, version, $"makes '{made.Definition.Name}' of its parameter");
    }

    private OperationException Stranger(string name, string version, string why) =>
        new(
            FailureKind.FailedPrecondition,
            $"the package '{name}' {version} was made by another version of the {provider.Name} provider: this one, {provider.Version}, {why}. "
                + $"Use the version that the package names, or make it again: pulumi package add {provider.Name} -- and its arguments"
        );

    // From text, whoever wrote it: what the arguments give is what any later run has.
    private (TParameter? Parameter, string? Misfits) Read(string text)
    {
        if (JsonValues.TryParse(text) is not ObjectValue { Fields: var fields })
        {
            return (null, "it is no JSON object");
        }

        var checker = new InputChecker(Features.All);
        var complete = checker.Check(Model, fields, PropertyPath.Root);
        return checker.Problems is { IsEmpty: false } problems
            ? (null, string.Join("; ", problems.Select(static problem => $"{problem.Path}: {problem.Reason}")))
            : (TParameter.Decode(complete), null);
    }

    private SubPackage Made(TParameter parameter, ReadOnlyMemory<byte> value)
    {
        var made = package(parameter);
        SubPackageRules.Verify(made);
        return new SubPackage(made, value, () => Schema(made, value));
    }

    private string Schema(ProviderDefinition made, ReadOnlyMemory<byte> value)
    {
        var about =
            made.Package
            ?? provider.Package
            ?? throw new InvalidOperationException(
                $"neither '{made.Name}' nor '{provider.Name}' has a Package, which says what it is called and is for"
            );
        return SchemaWriter.Write(
            made,
            about with
            {
                PluginDownloadUrl = about.PluginDownloadUrl ?? provider.Package?.PluginDownloadUrl,
            },
            new Parameterization(provider.Name, provider.Version, value)
        );
    }
}
