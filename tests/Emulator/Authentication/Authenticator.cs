namespace Vpcep.Emulator;

/// <summary>Finds out who calls, or refuses.</summary>
internal sealed class Authenticator(CloudStore cloud)
{
    private const string Gateway = "APIGW.0301";
    private const string BadToken = "EndPoint.0003";
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(15);

    /// <summary>The caller, for a request about <paramref name="projectId"/> (null for the identity service).</summary>
    public Caller Authenticate(ApiRequest request, string? projectId)
    {
        var (domainId, tokenProject) = Identify(request);
        if (request.Header("X-Domain-Id") is { } domain && domain != domainId)
        {
            throw new ApiException(Gateway, "X-Domain-Id is not the caller's");
        }
        if (projectId is null)
        {
            return new Caller(domainId, tokenProject ?? "")
            {
                IsTemporary = request.Header("X-Security-Token") is not null,
            };
        }
        if (request.Header("X-Project-Id") is { } header && header != projectId)
        {
            throw new ApiException("EndPoint.0014", "X-Project-Id differs from the path");
        }
        // A token is for one project; a key is for all projects of its domain.
        var account = cloud.Surroundings.Accounts.FirstOrDefault(account =>
            account.DomainId == domainId && account.ProjectId == projectId
        );
        return account is not null && (tokenProject is null || tokenProject == projectId)
            ? new Caller(domainId, projectId, account.OrganizationPath)
            : throw new ApiException("EndPoint.0004", "not a project of the caller");
    }

    private (string DomainId, string? ProjectId) Identify(ApiRequest request)
    {
        if (request.Header("Authorization") is { Length: > 0 } authorization)
        {
            return (BySignature(request, authorization), null);
        }
        return request.Header("X-Auth-Token") is { Length: > 0 } token
            ? ByToken(token)
            : throw new ApiException(Gateway, "neither Authorization nor X-Auth-Token");
    }

    private (string DomainId, string? ProjectId) ByToken(string token)
    {
        if (cloud.Surroundings.Accounts.FirstOrDefault(account => account.Token == token) is { } account)
        {
            return (account.DomainId, account.ProjectId);
        }
        return cloud.FindToken(token) is { } issued && issued.ExpiresAt > cloud.Now
            ? (issued.DomainId, issued.ProjectId)
            : throw new ApiException(BadToken, "unknown or expired token");
    }

    private string BySignature(ApiRequest request, string authorization)
    {
        var signature = Signature.Parse(authorization) ?? throw new ApiException(Gateway, "Authorization malformed");
        var (domainId, secretKey, neededToken) = Keys(signature.AccessKey);
        if (!signature.SignedHeaders.Contains("x-sdk-date"))
        {
            throw new ApiException(Gateway, "X-Sdk-Date not signed");
        }
        if (Signature.Date(request.Header("X-Sdk-Date")) is not { } date || (cloud.Now - date).Duration() > Tolerance)
        {
            throw new ApiException(Gateway, "X-Sdk-Date more than 15 minutes off");
        }
        if (neededToken is not null && request.Header("X-Security-Token") != neededToken)
        {
            throw new ApiException(Gateway, "X-Security-Token missing or wrong");
        }
        if (!PayloadIsAsDeclared(request) || !signature.Fits(request, secretKey))
        {
            throw new ApiException(Gateway, "verify signature failed");
        }
        return domainId;
    }

    private (string DomainId, string SecretKey, string? SecurityToken) Keys(string accessKey)
    {
        if (cloud.Surroundings.FindKeys(accessKey) is { } issued)
        {
            return issued.ExpiresAt > cloud.Now
                ? (issued.DomainId, issued.SecretKey, issued.SecurityToken)
                : throw new ApiException(Gateway, "the security token has expired");
        }
        return cloud.Surroundings.Accounts.FirstOrDefault(account => account.AccessKey == accessKey) is { } account
            ? (account.DomainId, account.SecretKey ?? "", account.SecurityToken)
            : throw new ApiException(Gateway, "unknown access key");
    }

    private static bool PayloadIsAsDeclared(ApiRequest request) =>
        request.Header("X-Sdk-Content-Sha256") is not { } declared
        || declared == CanonicalRequest.UnsignedPayload
        || declared == CanonicalRequest.Hash(request.Body);
}
