namespace Pulumi.Provider.Model.Operations;

/// <summary>How types and attributes of a Terraform provider are called here.</summary>
/// <param name="Provider">Terraform's name of the provider, such as <c>random</c>.</param>
/// <param name="Read">Reads the mapping, as <see cref="Mappings.MappingWriter"/> writes it.</param>
public sealed record TerraformMapping(string Provider, Func<ReadOnlyMemory<byte>> Read);
