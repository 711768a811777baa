using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing;

/// <summary>The rules of secrets: where the sample's own must not be found.</summary>
internal static class SecretRules
{
    private static readonly string[] Words =
    [
        "password",
        "passphrase",
        "secret",
        "token",
        "privatekey",
        "apikey",
        "accesskey",
        "secretkey",
        "credential",
        "credentials",
    ];

    public static async Task KeptAsync(Trial trial)
    {
        foreach (var property in trial.Model.Properties.Where(property => SoundsSecret(trial, property)))
        {
            trial.Fail(
                $"{property.Name} sounds like a secret, and is not declared [Secret]; if it is none, name it in the sample's NotSecret"
            );
        }

        if (trial.Canaries.IsEmpty)
        {
            if (trial.Model.Properties.Any(static property => property.Secret))
            {
                trial.LeaveOut("the sample sets no secret text of four characters or more");
            }

            return;
        }

        var stack = trial.Stack();
        trial.Hear(await stack.UpAsync(trial.Program())).ShouldSucceed();
        await ExpectNoneAsync(trial, stack, "after a create");
        var id = (await stack.ResourceAsync(Trial.Name)).Id;
        foreach (var (words, to) in await trial.ChangesAsync())
        {
            trial.Canaries.Learn(trial.Model, to);
            trial.Hear(await stack.UpAsync(trial.Program(to)));
            await ExpectNoneAsync(trial, stack, $"after a change of {words}");
        }

        trial.Hear(await stack.UpAsync(trial.Program()));
        trial.Hear(await stack.RefreshAsync());
        await ExpectNoneAsync(trial, stack, "after a refresh");
        if (
            (await stack.StateAsync()).Resources.LastOrDefault(static it => Urn.NameOf(it.Urn) == Trial.Name) is
            { Id: { } now }
        )
        {
            id = now;
        }

        var other = trial.Stack();
        trial.Hear(await other.ImportAsync(trial.Sample.Type, Trial.Name, id));
        await ExpectNoneAsync(trial, other, "after an import");
        await BreakAsync(trial);
    }

    // A server that quotes the request: what it says may go into an error, and the secret not.
    private static async Task BreakAsync(Trial trial)
    {
        if (trial.Sample.OnRequest is not { } onRequest)
        {
            return;
        }

        onRequest(() => throw InterruptionRules.Failure(trial, $"cannot take {trial.Canaries.First}"));
        var broken = trial.Stack();
        trial.Hear(await broken.UpAsync(trial.Program()));
        onRequest(null);
        await ExpectNoneAsync(trial, broken, "after a create that failed");
    }

    private static async Task ExpectNoneAsync(Trial trial, TestStack stack, string when)
    {
        foreach (var resource in (await stack.StateAsync()).Resources)
        {
            if (Within(resource.Id) is { } inId)
            {
                trial.Fail($"{when} the id has a secret {inId}");
            }

            Look("inputs", resource.Inputs);
            Look("outputs", resource.Outputs);
            foreach (var error in resource.InitErrors.Where(error => Within(error) is not null))
            {
                trial.Fail($"{when} the state has an error with a secret {Within(error)}: {error}");
            }
        }

        void Look(string where, PropertyMap map)
        {
            foreach (var (name, value) in map)
            {
                if (Within(Plain(value)) is { } found)
                {
                    trial.Fail($"{when} the {where} of the state have a secret {found}, in {name}");
                }
            }
        }

        string? Within(string? text) => text is null ? null : trial.Canaries.Within(text);
    }

    // What of a value would stand in the state unencrypted.
    private static string Plain(PropertyValue value) =>
        value switch
        {
            SecretValue or OutputValue { IsSecret: true } => "",
            ListValue list => string.Join(' ', list.Items.Select(Plain)),
            ObjectValue obj => string.Join(' ', obj.Fields.Select(static field => $"{field.Key} {Plain(field.Value)}")),
            StringValue text => text.Value,
            _ => value.ToString(),
        };

    private static bool SoundsSecret(Trial trial, PropertyModel property) =>
        property is { Secret: false, Type: PrimitiveType { Name: "string" } }
        && !trial.Sample.NotSecret.Contains(property.Name)
        && Words.Any(word => property.Name.EndsWith(word, StringComparison.OrdinalIgnoreCase));
}
