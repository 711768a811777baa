using System.Collections.Concurrent;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Migrations;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Tests.Migrations;

/// <summary>What the cloud knows of a volume, whichever version of the provider asks.</summary>
internal sealed record Thing(string Name, int MiB, string Host, int Port, string? Password);

/// <summary>A volume, as version 1 had it.</summary>
[PropertyObject]
public partial record VolumeInputs
{
    /// <summary>Its name.</summary>
    [ReplaceOnChange]
    public required string Name { get; init; }

    /// <summary>In MiB.</summary>
    public required int Capacity { get; init; }

    /// <summary>Host and port.</summary>
    public required string Address { get; init; }

    /// <summary>Who knows it may mount it.</summary>
    public string? Password { get; init; }
}

/// <summary>A volume, as version 1 had it.</summary>
[PropertyObject]
public sealed partial record VolumeState : VolumeInputs
{
    /// <summary>Where it is.</summary>
    [ChangesWith]
    public required string Path { get; init; }
}

/// <summary>A disk, as version 2 had it: the unit is another.</summary>
[PropertyObject]
[FormerName("toy:index:Volume")]
public partial record DiskInputs2
{
    /// <summary>Its name.</summary>
    [ReplaceOnChange]
    public required string Name { get; init; }

    /// <summary>In GiB.</summary>
    public required int SizeGib { get; init; }

    /// <summary>Host and port.</summary>
    public required string Address { get; init; }

    /// <summary>Who knows it may mount it.</summary>
    public string? Password { get; init; }
}

/// <summary>A disk, as version 2 had it.</summary>
[PropertyObject]
public sealed partial record DiskState2 : DiskInputs2
{
    /// <summary>Where it is.</summary>
    [ChangesWith]
    public required string Path { get; init; }
}

/// <summary>Where a disk is served.</summary>
[PropertyObject("toy:index:Target")]
public sealed partial record Target
{
    /// <summary>The host.</summary>
    public required string Host { get; init; }

    /// <summary>The port.</summary>
    [FormerName("portNumber")]
    public required int Port { get; init; }
}

/// <summary>A disk: renamed, its address taken apart, its password called a key.</summary>
[PropertyObject]
[FormerName("toy:index:Volume", "toy:index:OldDisk")]
public partial record DiskInputs
{
    /// <summary>Its name.</summary>
    [ReplaceOnChange]
    public required string Name { get; init; }

    /// <summary>In GiB.</summary>
    [FormerName("gib", "sizeGib")]
    public required int Size { get; init; }

    /// <summary>Where it is served.</summary>
    public required Target Target { get; init; }

    /// <summary>Who knows it may mount it.</summary>
    [FormerName("password")]
    public string? Key { get; init; }
}

/// <summary>A disk as it is.</summary>
[PropertyObject]
public sealed partial record DiskState : DiskInputs
{
    /// <summary>Where it is.</summary>
    [ChangesWith]
    public required string Path { get; init; }
}

/// <summary>The versions of a provider of volumes.</summary>
internal static class Volumes
{
    public const string Volume = "toy:index:Volume";
    public const string Disk = "toy:index:Disk";

    private static readonly Migration InputsToGib = Migration.From(
        (VolumeInputs old) =>
            new DiskInputs2
            {
                Name = old.Name,
                SizeGib = old.Capacity / 1024,
                Address = old.Address,
                Password = old.Password,
            }
    );

    private static readonly Migration StateToGib = Migration.From(
        (VolumeState old) =>
            new DiskState2
            {
                Name = old.Name,
                SizeGib = old.Capacity / 1024,
                Address = old.Address,
                Password = old.Password,
                Path = old.Path,
            }
    );

    private static readonly Migration TakesAddressApart = Migration.OfMap("takes the address apart", TakeAddressApart);

    /// <summary>The type that a version calls it.</summary>
    public static string TypeIn(int version) => version == 1 ? Volume : Disk;

    /// <summary>The provider of that version.</summary>
    public static ProviderDefinition Version(int version, ConcurrentDictionary<string, Thing> cloud)
    {
        var provider = new ProviderDefinition<NoConfig, object>("toy", $"{version}.0.0", static (_, _) => new object());
        return version switch
        {
            1 => provider.Resource(
                Volume,
                _ => new Kept<VolumeInputs, VolumeState>(
                    cloud,
                    static inputs =>
                        new(inputs.Name, inputs.Capacity, Host(inputs.Address), Port(inputs.Address), inputs.Password),
                    static (thing, path) =>
                        new()
                        {
                            Name = thing.Name,
                            Capacity = thing.MiB,
                            Address = $"{thing.Host}:{thing.Port}",
                            Password = thing.Password,
                            Path = path,
                        }
                )
            ),
            2 => provider.Resource(
                Disk,
                _ => new Kept<DiskInputs2, DiskState2>(
                    cloud,
                    static inputs =>
                        new(
                            inputs.Name,
                            inputs.SizeGib * 1024,
                            Host(inputs.Address),
                            Port(inputs.Address),
                            inputs.Password
                        ),
                    static (thing, path) =>
                        new()
                        {
                            Name = thing.Name,
                            SizeGib = thing.MiB / 1024,
                            Address = $"{thing.Host}:{thing.Port}",
                            Password = thing.Password,
                            Path = path,
                        }
                ),
                new ResourceMigrations { State = [StateToGib], Inputs = [InputsToGib] }
            ),
            _ => provider.Resource(
                Disk,
                _ => new Kept<DiskInputs, DiskState>(
                    cloud,
                    static inputs =>
                        new(inputs.Name, inputs.Size * 1024, inputs.Target.Host, inputs.Target.Port, inputs.Key),
                    static (thing, path) =>
                        new()
                        {
                            Name = thing.Name,
                            Size = thing.MiB / 1024,
                            Target = new Target { Host = thing.Host, Port = thing.Port },
                            Key = thing.Password,
                            Path = path,
                        }
                ),
                new ResourceMigrations
                {
                    State = [StateToGib, TakesAddressApart],
                    Inputs = [InputsToGib, TakesAddressApart],
                }
            ),
        };
    }

    /// <summary>What a program of that version says of a volume of some GiB.</summary>
    public static PropertyMap Program(int version, int gib)
    {
        var password = ((PropertyValue)"opensesame").AsSecret();
        return version switch
        {
            1 => Model.Values.Map(
                ("name", "data"),
                ("capacity", gib * 1024),
                ("address", "disks:3260"),
                ("password", password)
            ),
            2 => Model.Values.Map(
                ("name", "data"),
                ("sizeGib", gib),
                ("address", "disks:3260"),
                ("password", password)
            ),
            _ => Model.Values.Map(
                ("name", "data"),
                ("size", gib),
                ("target", Model.Values.Object(("host", "disks"), ("port", 3260))),
                ("key", password)
            ),
        };
    }

    private static PropertyMap? TakeAddressApart(PropertyMap old) =>
        old.Find("address") is { Unwrapped: StringValue { Value: var address } }
            ? old.Without("address")
                .With("target", Model.Values.Object(("host", Host(address)), ("portNumber", Port(address))))
            : null;

    private static string Host(string address) => address[..address.IndexOf(':', StringComparison.Ordinal)];

    private static int Port(string address) =>
        int.Parse(
            address[(address.IndexOf(':', StringComparison.Ordinal) + 1)..],
            System.Globalization.CultureInfo.InvariantCulture
        );

    private sealed class Kept<TInputs, TState>(
        ConcurrentDictionary<string, Thing> cloud,
        Func<TInputs, Thing> send,
        Func<Thing, string, TState> tell
    ) : IUpdatableResource<TInputs, TState>
        where TInputs : class, IPropertyObject<TInputs>
        where TState : class, IPropertyObject<TState>
    {
        public Task<TState> CreateAsync(Operation operation, TInputs inputs) =>
            UpdateAsync(operation, $"vol-{cloud.Count}", null, null, inputs);

        public Task<Found<TState>?> ReadAsync(Operation operation, string id, TInputs? inputs, TState? state) =>
            Task.FromResult(
                cloud.TryGetValue(id, out var thing) ? new Found<TState>(id, tell(thing, $"/dev/{id}")) : null
            );

        public Task<TState> UpdateAsync(
            Operation operation,
            string id,
            TInputs? oldInputs,
            TState? state,
            TInputs inputs
        ) => Task.FromResult(operation.Record(id, tell(cloud[id] = send(inputs), $"/dev/{id}")));

        public Task DeleteAsync(Operation operation, string id, TState? state) =>
            Task.FromResult(cloud.TryRemove(id, out _));
    }
}
