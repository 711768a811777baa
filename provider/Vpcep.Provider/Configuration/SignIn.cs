using Pulumi.Provider.Model.Operations;
using Vpcep.Client;
using Vpcep.Provider.Configuration.Files;

namespace Vpcep.Provider.Configuration;

/// <summary>The sign-in that the configuration comes to: what proves who asks first, and the agencies on top of it.</summary>
/// <param name="resolved">The configuration.</param>
/// <param name="files">Reads what it names.</param>
internal sealed class SignIn(ResolvedConfig resolved, UserFiles files)
{
    private readonly VpcepConfig _config = resolved.Config;

    /// <summary>True when the identity service is asked.</summary>
    private bool NeedsIdentity =>
        _config is { Token: null, AccessKey: null } && resolved.Way is not SignInWay.Server || HasAgency;

    private bool HasAgency => _config.AgencyName is not null || AgencyRoles.Of(_config).Count > 0;

    private SigningForm Form => _config.Signing == Signing.Scoped ? SigningForm.Scoped : SigningForm.Direct;

    private bool ByPassword =>
        _config.Token is null
        && _config.AccessKey is null
        && resolved.Way is SignInWay.Password or SignInWay.CloudsFile;

    /// <summary>Adds what is missing.</summary>
    /// <exception cref="OperationException">Keys contradict each other.</exception>
    public void Check(Uri? iam, List<MissingKey> missing)
    {
        var temporary =
            resolved.Way is SignInWay.Federation or SignInWay.Server
            || (_config.SecurityToken is not null && _config.AccessKey is not null);
        SignInRules.RefuseContradictions(resolved, temporary);
        if (ByPassword)
        {
            RequirePassword(missing);
        }
        // A server's own keys are the last resort, and no reason to say less to who is only beginning.
        else if (resolved.Way is SignInWay.Keys || (resolved.Way is SignInWay.Server && missing.Count > 0))
        {
            RequireKeys(_config, missing);
        }

        if (
            NeedsIdentity
            && iam is null
            && missing.TrueForAll(static key => key.Name is not ("iamEndpoint" or "region"))
        )
        {
            missing.Add(new("iamEndpoint", "the address of the identity service; or set HW_AUTH_URL or OS_AUTH_URL"));
        }
    }

    /// <summary>Makes it.</summary>
    /// <param name="options">How to reach the cloud, and what is managed; the endpoint is the API's.</param>
    /// <param name="iam">The identity service, where it is known.</param>
    /// <param name="sts">The security token service, where there is one.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Is told what happens.</param>
    public SignInChain Complete(VpcepClientOptions options, Uri? iam, Uri? sts, TimeProvider time, IClientLog log)
    {
        var chain = new SignInChain(options, iam, sts, Form, time, log)
        {
            DomainId = _config.DomainId,
            DomainName = _config.DomainName,
        };
        Begin(chain, options, time);
        foreach (var (_, role) in AgencyRoles.Of(_config))
        {
            chain.Assume(role.ToAgency());
        }

        if (_config.AgencyName is { } name)
        {
            chain.Delegate(
                new Agency(name)
                {
                    DomainName = _config.AgencyDomainName,
                    DomainId = _config.AgencyDomainName is null ? resolved.File?.AgencyDomainId : null,
                },
                _config.DelegatedProject is { } project ? new(null, project) : Project()
            );
        }

        return chain;
    }

    private void Begin(SignInChain chain, VpcepClientOptions options, TimeProvider time)
    {
        if (_config.Token is { } token)
        {
            chain.Use(new TokenCredential(token));
        }
        else if (_config is { AccessKey: { } access, SecretKey: { } secret })
        {
            chain.Use(new AccessKeyCredential(access, secret, _config.SecurityToken, Form));
        }
        else if (resolved.Way is SignInWay.Federation)
        {
            var oidc = _config.AssumeRoleWithOidc!;
            chain.Use(new FederationSource(chain.Identity(), oidc.IdpId.Trim(), () => IdToken(oidc), Form));
        }
        else if (ByPassword)
        {
            chain.Use(new PasswordSource(chain.Identity(), Login()));
        }
        else
        {
            var source = new ServerSource(
                time,
                _config.MetadataEndpoint is { } address ? CloudHosts.Parse(address) : null,
                Form,
                options.NetworkTime
            );
            chain.Own(source);
            chain.Use(source);
        }
    }

    private string IdToken(AssumeRoleWithOidc oidc)
    {
        var text = oidc.IdToken ?? Read(oidc.IdTokenFile!);
        return text.Trim() is { Length: > 0 } token
            ? token
            : throw Unreadable($"vpcep:assumeRoleWithOidc.idTokenFile is '{oidc.IdTokenFile}', which is empty");

        string Read(string path)
        {
            try
            {
                return files.Read("assumeRoleWithOidc.idTokenFile", path);
            }
            catch (OperationException failure)
            {
                // It may come back: what holds is used meanwhile.
                throw Unreadable(failure.Message);
            }
        }

        VpcepException Unreadable(string problem) =>
            new(ErrorClass.InvalidInput, $"sign in through {oidc.IdpId.Trim()}", problem);
    }

    private PasswordLogin Login() =>
        new()
        {
            UserId = _config.UserId,
            UserName = _config.UserName,
            Password = _config.Password,
            Passcode = _config.Passcode?.Trim(),
            DomainId = _config.DomainId,
            DomainName = _config.DomainName,
            // Who only asks for an agency asks for an account: the project is another's.
            Scope = HasAgency ? new(null, null) : Project(),
        };

    private ProjectScope Project() =>
        _config.ProjectId is { } id
            ? new(id, null)
            : new(null, _config.ProjectName ?? ClientOptions.DefaultProject(_config));

    private void RequirePassword(List<MissingKey> missing)
    {
        Require(
            missing,
            _config.UserId ?? _config.UserName,
            "userName",
            "the user; or set HW_USER_NAME or OS_USERNAME"
        );
        Require(
            missing,
            _config.Password ?? _config.Passcode,
            "password",
            "the user's password, a secret (add --secret); or set HW_USER_PASSWORD or OS_PASSWORD"
        );
        Require(
            missing,
            _config.UserId ?? _config.DomainId ?? _config.DomainName,
            "domainName",
            "the name of the user's account; or set HW_DOMAIN_NAME or OS_USER_DOMAIN_NAME"
        );
    }

    /// <summary>Adds what is missing of access keys.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="missing">Where to add it.</param>
    /// <param name="besides">What else was tried.</param>
    public static void RequireKeys(VpcepConfig config, List<MissingKey> missing, string besides = "")
    {
        Require(
            missing,
            config.AccessKey,
            "accessKey",
            $"the access key id, a secret (add --secret); or set HW_ACCESS_KEY or OS_ACCESS_KEY, or sign in with vpcep:token (HW_AUTH_TOKEN), or with vpcep:userName and vpcep:password, or another way that the documentation lists{besides}"
        );
        Require(
            missing,
            config.SecretKey,
            "secretKey",
            "the secret access key, a secret (add --secret); or set HW_SECRET_KEY or OS_SECRET_KEY"
        );
    }

    private static void Require(List<MissingKey> missing, string? value, string name, string description)
    {
        if (value is null)
        {
            missing.Add(new(name, description));
        }
    }
}
