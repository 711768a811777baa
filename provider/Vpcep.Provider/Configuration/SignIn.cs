using Pulumi.Provider.Model.Operations;
using Vpcep.Client;

namespace Vpcep.Provider.Configuration;

/// <summary>The one way to sign in that the configuration chooses.</summary>
internal sealed class SignIn
{
    private readonly VpcepConfig _config;
    private readonly PasswordLogin? _login;
    private readonly ICredential? _credential;

    private SignIn(VpcepConfig config, PasswordLogin? login, ICredential? credential) =>
        (_config, _login, _credential) = (config, login, credential);

    /// <summary>Reads the configuration; adds what is missing.</summary>
    /// <exception cref="OperationException">Several ways are configured.</exception>
    public static SignIn Choose(VpcepConfig config, Uri? iam, List<MissingKey> missing)
    {
        var byKey = config.AccessKey is not null || config.SecretKey is not null;
        var byPassword = config.UserName is not null || config.Password is not null;
        string[] ways =
        [
            .. (string[])(config.Token is null ? [] : ["vpcep:token"]),
            .. (string[])(byKey ? ["vpcep:accessKey and vpcep:secretKey"] : []),
            .. (string[])(byPassword ? ["vpcep:userName and vpcep:password"] : []),
        ];
        if (ways.Length > 1)
        {
            throw new OperationException(
                FailureKind.InvalidInput,
                $"several ways to sign in are configured: {string.Join("; ", ways)}; keep one of them"
            );
        }

        return config.Token is { } token ? new SignIn(config, null, new TokenCredential(token))
            : byPassword ? new SignIn(config, Login(config, iam, missing), null)
            : new SignIn(config, null, Key(config, missing));
    }

    /// <summary>Fills in credential and project.</summary>
    public ClientSetup Complete(
        CloudHosts cloud,
        VpcepClientOptions options,
        Uri? iam,
        TimeProvider time,
        IClientLog log
    )
    {
        if (_login is not null)
        {
            var identity = new IdentityClient(options with { Endpoint = iam! }, time, log);
            var credential = new PasswordCredential(identity, _login, time);
            return new(
                cloud,
                options with
                {
                    Credential = credential,
                    FindProject = credential.ProjectIdAsync,
                },
                iam,
                identity
            );
        }

        var signed = options with { Credential = _credential! };
        if (_config.ProjectId is not null)
        {
            return new(cloud, signed, iam, null);
        }

        var directory = new IdentityClient(signed with { Endpoint = iam! }, time, log);
        var name = (_config.ProjectName ?? ClientOptions.DefaultProject(_config))!;
        return new(
            cloud,
            signed with
            {
                FindProject = token => directory.FindProjectAsync(name, token),
            },
            iam,
            directory
        );
    }

    private static PasswordLogin? Login(VpcepConfig config, Uri? iam, List<MissingKey> missing)
    {
        Require(missing, config.UserName, "userName", "the user; or set HW_USER_NAME or OS_USERNAME");
        Require(
            missing,
            config.Password,
            "password",
            "the user's password, a secret (add --secret); or set HW_USER_PASSWORD or OS_PASSWORD"
        );
        Require(
            missing,
            config.DomainName,
            "domainName",
            "the name of the user's account; or set HW_DOMAIN_NAME or OS_USER_DOMAIN_NAME"
        );
        if (iam is null && config.Endpoint is not null && missing.TrueForAll(static key => key.Name != "iamEndpoint"))
        {
            missing.Add(new("iamEndpoint", "the address of the identity service; or set HW_AUTH_URL or OS_AUTH_URL"));
        }

        return config is { UserName: { } user, Password: { } password, DomainName: { } domain }
            ? new PasswordLogin
            {
                UserName = user,
                Password = password,
                DomainName = domain,
                ProjectId = config.ProjectId,
                ProjectName = config.ProjectId is null
                    ? config.ProjectName ?? ClientOptions.DefaultProject(config)
                    : null,
            }
            : null;
    }

    private static AccessKeyCredential? Key(VpcepConfig config, List<MissingKey> missing)
    {
        Require(
            missing,
            config.AccessKey,
            "accessKey",
            "the access key id, a secret (add --secret); or set HW_ACCESS_KEY or OS_ACCESS_KEY, or sign in with vpcep:token (HW_AUTH_TOKEN), or with vpcep:userName and vpcep:password"
        );
        Require(
            missing,
            config.SecretKey,
            "secretKey",
            "the secret access key, a secret (add --secret); or set HW_SECRET_KEY or OS_SECRET_KEY"
        );
        return config is { AccessKey: { } access, SecretKey: { } secret }
            ? new AccessKeyCredential(
                access,
                secret,
                config.SecurityToken,
                config.Signing == Signing.Scoped ? SigningForm.Scoped : SigningForm.Direct
            )
            : null;
    }

    private static void Require(List<MissingKey> missing, string? value, string name, string description)
    {
        if (value is null)
        {
            missing.Add(new(name, description));
        }
    }
}
