using Vpcep.Client;
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

/// <summary>The calls of one kind of thing.</summary>
/// <param name="IdOf">Its id.</param>
/// <param name="Before">As <see cref="ICreation.BeforeAsync"/>.</param>
/// <param name="Post">As <see cref="ICreation.PostAsync"/>.</param>
/// <param name="Find">As <see cref="ICreation.FindAsync"/>.</param>
/// <param name="Get">The thing, or null when it is gone.</param>
/// <param name="TryClaim">Reserves an id; false when it has an owner.</param>
internal sealed record Creation<T>(
    Func<T, string> IdOf,
    Func<CancellationToken, Task<IReadOnlySet<string>?>> Before,
    Func<IReadOnlySet<string>?, CancellationToken, Task<T>> Post,
    Func<IReadOnlySet<string>?, CancellationToken, Task<IReadOnlyList<T>>> Find,
    Func<string, CancellationToken, Task<T?>> Get,
    Func<string, bool> TryClaim
) : ICreation
    where T : class
{
    /// <summary>What was made or taken.</summary>
    public T? Made { get; private set; }

    public Task<IReadOnlySet<string>?> BeforeAsync(CancellationToken cancellationToken) => Before(cancellationToken);

    public async Task<string> PostAsync(IReadOnlySet<string>? before, CancellationToken cancellationToken)
    {
        Made = await Post(before, cancellationToken).ConfigureAwait(false);
        return IdOf(Made);
    }

    public async Task<IReadOnlyList<string>> FindAsync(
        IReadOnlySet<string>? before,
        CancellationToken cancellationToken
    ) => [.. (await Find(before, cancellationToken).ConfigureAwait(false)).Select(IdOf).Order(StringComparer.Ordinal)];

    public async Task<bool> ClaimAsync(string id, CancellationToken cancellationToken)
    {
        Made = await Get(id, cancellationToken).ConfigureAwait(false);
        return Made is not null && TryClaim(id);
    }
}

/// <summary>The things whose creation can be lost: the cloud gives them an id that only its answer tells.</summary>
internal static class Creations
{
    private const string EndpointType = "vpcep:index:Endpoint";
    private const string ServiceType = "vpcep:index:EndpointService";

    /// <summary>How an endpoint is made.</summary>
    public static Creation<Client.Endpoint> Of(EndpointsApi api, EndpointInputs inputs)
    {
        var request = EndpointMapping.ToCreate(inputs);
        return new(
            static endpoint => endpoint.Id,
            token => api.BeforeCreateAsync(request, token),
            (before, token) => api.CreateAsync(request, before, token),
            (before, token) => api.FindCreatedAsync(request, before, token),
            api.GetAsync,
            api.TryClaim
        );
    }

    /// <summary>How a service is made.</summary>
    public static Creation<Client.EndpointService> Of(ServicesApi api, EndpointServiceInputs inputs)
    {
        var request = EndpointServiceMapping.ToCreate(inputs);
        return new(
            static service => service.Id,
            token => api.BeforeCreateAsync(request, token),
            (before, token) => api.CreateAsync(request, before, token),
            (before, token) => api.FindCreatedAsync(request, before, token),
            api.GetAsync,
            api.TryClaim
        );
    }

    /// <summary>What to call the thing of a note.</summary>
    public static string Kind(CreationNote note) => note.Type == ServiceType ? "endpoint service" : "endpoint";

    /// <summary>The request of a note; null when what is secret of it would be needed.</summary>
    public static ICreation? From(CreationNote note, VpcepClient client)
    {
        try
        {
            var inputs = NoteInputs.Read(note.Inputs);
            return note.Type switch
            {
                EndpointType => Of(client.Endpoints, EndpointInputs.Decode(inputs)),
                ServiceType => Of(client.Services, EndpointServiceInputs.Decode(inputs)),
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
