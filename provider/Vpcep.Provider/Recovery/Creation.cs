using Vpcep.Client;
using Vpcep.Provider.Resources;
using Vpcep.Provider.Resources.Endpoint;
using Vpcep.Provider.Resources.EndpointService;

namespace Vpcep.Provider.Recovery;

/// <summary>One request that makes something: how it is sent, and how what it made is found again.</summary>
internal interface ICreation
{
    /// <summary>Ids of what is there and could be mistaken for what it makes; null when the cloud does not tell.</summary>
    Task<IReadOnlySet<string>?> BeforeAsync(CancellationToken cancellationToken);

    /// <summary>Sends the request; answers the id.</summary>
    Task<string> PostAsync(IReadOnlySet<string>? before, CancellationToken cancellationToken);

    /// <summary>Ids of all that the request may have made.</summary>
    Task<IReadOnlyList<string>> FindAsync(IReadOnlySet<string>? before, CancellationToken cancellationToken);

    /// <summary>Takes the id for the resource; false when it is gone or another resource's.</summary>
    Task<bool> ClaimAsync(string id, CancellationToken cancellationToken);
}

/// <summary>A request to one of the cloud's APIs.</summary>
internal sealed class Creation<T, TCreate>(CreatableApi<T, TCreate> api, TCreate request) : ICreation
    where T : class, IReported<T>
{
    /// <summary>What was made or taken.</summary>
    public T? Made { get; private set; }

    public Task<IReadOnlySet<string>?> BeforeAsync(CancellationToken cancellationToken) =>
        api.BeforeCreateAsync(request, cancellationToken);

    public async Task<string> PostAsync(IReadOnlySet<string>? before, CancellationToken cancellationToken)
    {
        Made = await api.CreateAsync(request, before, cancellationToken).ConfigureAwait(false);
        return Made.Id;
    }

    public async Task<IReadOnlyList<string>> FindAsync(
        IReadOnlySet<string>? before,
        CancellationToken cancellationToken
    )
    {
        var found = await api.FindCreatedAsync(request, before, cancellationToken).ConfigureAwait(false);
        return [.. found.Select(static thing => thing.Id).Order(StringComparer.Ordinal)];
    }

    public async Task<bool> ClaimAsync(string id, CancellationToken cancellationToken)
    {
        Made = await api.GetAsync(id, cancellationToken).ConfigureAwait(false);
        return Made is not null && api.TryClaim(id);
    }
}

/// <summary>The things whose creation can be lost: the cloud gives them an id that only its answer tells.</summary>
internal static class Creations
{
    private const string EndpointType = "vpcep:index:Endpoint";
    private const string ServiceType = "vpcep:index:EndpointService";

    /// <summary>How an endpoint is made.</summary>
    public static Creation<Client.Endpoint, CreateEndpointRequest> Of(
        EndpointsApi api,
        EndpointInputs inputs,
        TagPolicy tags
    ) => new(api, EndpointMapping.ToCreate(inputs, tags));

    /// <summary>How a service is made.</summary>
    public static Creation<Client.EndpointService, CreateServiceRequest> Of(
        ServicesApi api,
        EndpointServiceInputs inputs,
        TagPolicy tags
    ) => new(api, EndpointServiceMapping.ToCreate(inputs, tags));

    /// <summary>What to call the thing of a note.</summary>
    public static string Kind(CreationNote note) => note.Type == ServiceType ? "endpoint service" : "endpoint";

    /// <summary>The request of a note; null when what is secret of it would be needed.</summary>
    public static ICreation? From(CreationNote note, VpcepClient client, Tagging tags)
    {
        try
        {
            var inputs = NoteInputs.Read(note.Inputs);
            return note.Type switch
            {
                EndpointType => Of(client.Endpoints, EndpointInputs.Decode(inputs), tags.OfEndpoints),
                ServiceType => Of(client.Services, EndpointServiceInputs.Decode(inputs), tags.OfServices),
                _ => null,
            };
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Whether what a note is about is there.</summary>
    public static async Task<bool> ExistsAsync(
        CreationNote note,
        string id,
        VpcepClient client,
        CancellationToken cancellationToken
    ) =>
        note.Type == ServiceType
            ? await client.Services.GetAsync(id, cancellationToken).ConfigureAwait(false) is not null
            : await client.Endpoints.GetAsync(id, cancellationToken).ConfigureAwait(false) is not null;
}
