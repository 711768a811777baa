namespace Vpcep.Emulator;

/// <summary>Tokens for the tokens of other identity providers (OIDC).</summary>
internal static class FederationOperations
{
    public static Answer CreateToken(Call call)
    {
        if (call.Request.Header("Authorization") is not null)
        {
            return KeyOperations.Bad("header Authorization");
        }
        var id = call.Request.Header("X-Idp-Id");
        if (id is null || call.Cloud.Surroundings.FindProvider(id) is not { } provider)
        {
            return IdentityOperations.Refused("The identity provider does not exist.", StatusCodes.Status404NotFound);
        }
        var token = (string?)Bodies.Of(call)?["auth"]?["id_token"]?["id"] ?? "";
        return provider.Problem(token, call.Now) is { } problem
            ? IdentityOperations.Refused(problem)
            : IdentityOperations.Token(
                call,
                call.Cloud.Surroundings.Accounts.First(account => account.DomainId == provider.DomainId),
                "",
                ["mapped"]
            );
    }
}
