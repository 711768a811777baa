namespace Vpcep.Provider.Configuration.Files;

/// <summary>What a file says. A plain class: a record would print the secrets.</summary>
/// <param name="source">Which file, and which part of it.</param>
internal sealed class FileConfig(string source)
{
    /// <summary>Which file, and which part of it.</summary>
    public string Source { get; } = source;

    public string? Region { get; init; }
    public string? IamEndpoint { get; init; }
    public string? ProjectId { get; init; }
    public string? ProjectName { get; init; }
    public string? Token { get; init; }
    public string? AccessKey { get; init; }
    public string? SecretKey { get; init; }
    public string? SecurityToken { get; init; }
    public string? UserId { get; init; }
    public string? UserName { get; init; }
    public string? Password { get; init; }
    public string? Passcode { get; init; }
    public string? DomainName { get; init; }
    public string? DomainId { get; init; }
    public AssumeRoleWithOidc? AssumeRoleWithOidc { get; init; }
    public AssumeRole? AssumeRole { get; init; }
    public string? AgencyName { get; init; }
    public string? AgencyDomainName { get; init; }
    public string? AgencyDomainId { get; init; }
    public string? DelegatedProject { get; init; }
    public string? CaFile { get; init; }
    public string? ClientCert { get; init; }
    public string? ClientKey { get; init; }
    public bool? Insecure { get; init; }

    /// <summary>The configuration with what it leaves open from the file.</summary>
    public VpcepConfig Complete(VpcepConfig config)
    {
        var names = config.ProjectId ?? config.ProjectName;
        var account = config.DomainId ?? config.DomainName;
        var user = config.UserId ?? config.UserName;
        var agency = config.AssumeRole is not null || config.AgencyName is not null;
        return config with
        {
            Region = config.Region ?? Region,
            IamEndpoint = config.IamEndpoint ?? IamEndpoint,
            // A name that is set is not overruled by an id of the file, and so on.
            ProjectId = names is null ? ProjectId : config.ProjectId,
            ProjectName = names is null ? ProjectName : config.ProjectName,
            Token = config.Token ?? Token,
            AccessKey = config.AccessKey ?? AccessKey,
            SecretKey = config.SecretKey ?? SecretKey,
            SecurityToken = config.SecurityToken ?? SecurityToken,
            AssumeRoleWithOidc = config.AssumeRoleWithOidc ?? AssumeRoleWithOidc,
            UserId = user is null ? UserId : config.UserId,
            UserName = user is null ? UserName : config.UserName,
            Password = config.Password ?? Password,
            Passcode = config.Passcode ?? Passcode,
            DomainName = account is null ? DomainName : config.DomainName,
            DomainId = account is null ? DomainId : config.DomainId,
            AssumeRole = !agency && AssumeRole is { } role ? [role] : config.AssumeRole,
            AgencyName = agency ? config.AgencyName : AgencyName,
            AgencyDomainName = agency ? config.AgencyDomainName : AgencyDomainName,
            DelegatedProject = agency ? config.DelegatedProject : config.DelegatedProject ?? DelegatedProject,
            CaFile = config.CaFile ?? CaFile,
            ClientCert = config.ClientCert ?? ClientCert,
            ClientKey = config.ClientKey ?? ClientKey,
            Insecure = config.Insecure is true || Insecure is true,
        };
    }
}
