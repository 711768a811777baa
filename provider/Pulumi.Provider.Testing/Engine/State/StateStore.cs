using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pulumi.Provider.Testing.Engine.State;

/// <summary>
/// One stack's checkpoint file, <c>stacks/project/stack.json</c> under the state folder. Written whole and renamed into
/// place, so that a reader, and an engine that starts after another was killed, always finds a complete one.
/// </summary>
internal sealed class StateStore
{
    private readonly string _file;
    private readonly string _stackName;
    private readonly TimeProvider _time;
    private readonly Checkpoint _checkpoint;
    private readonly Passphrase? _passphrase;
    private readonly string? _configSalt;
    private PassphraseSecrets? _secrets;

    /// <summary>The store of a stack.</summary>
    /// <param name="folder">The state folder; made when first written to.</param>
    /// <param name="project">The project's name.</param>
    /// <param name="stack">The stack's name.</param>
    /// <param name="passphrase">What secrets are encrypted with; null fails when there is one.</param>
    /// <param name="configSalt">The stack file's <c>encryptionsalt</c>, or null.</param>
    /// <param name="time">The clock.</param>
    public StateStore(
        string folder,
        string project,
        string stack,
        Passphrase? passphrase,
        string? configSalt,
        TimeProvider time
    )
    {
        _file = Path.Combine(folder, "stacks", project, stack + ".json");
        _stackName = $"organization/{project}/{stack}";
        _passphrase = passphrase;
        _configSalt = configSalt;
        _time = time;
        _checkpoint = new Checkpoint(new ValueJson(() => Secrets));
    }

    /// <summary>The stack's encryption; made when first needed.</summary>
    public PassphraseSecrets Secrets =>
        _secrets ??= _configSalt is null
            ? PassphraseSecrets.Create(_passphrase)
            : PassphraseSecrets.Open(_passphrase, _configSalt);

    /// <summary>The checkpoint file's path.</summary>
    public string File => _file;

    /// <summary>Keeps other engines from this stack until disposed; the lock dies with the process.</summary>
    /// <exception cref="EngineException">Another engine works on the stack.</exception>
    public IDisposable Lock()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        try
        {
            return new FileStream(_file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException problem)
        {
            throw new EngineException(
                $"the stack is locked by another engine that is working on it ({_file}.lock)",
                problem
            );
        }
    }

    /// <summary>The stack's last state; empty when there is none.</summary>
    /// <exception cref="EngineException">The file is damaged, or the passphrase is wrong.</exception>
    public async Task<Snapshot> LoadAsync(CancellationToken cancellationToken)
    {
        if (!System.IO.File.Exists(_file))
        {
            return Snapshot.Empty;
        }

        try
        {
            await using var stream = System.IO.File.OpenRead(_file);
            var json = await JsonNode.ParseAsync(stream, cancellationToken: cancellationToken);
            return Read(json?["checkpoint"]?["latest"] as JsonObject ?? []);
        }
        catch (JsonException problem)
        {
            throw new EngineException($"the state file {_file} is not valid JSON: {problem.Message}", problem);
        }
    }

    /// <summary>Writes the stack's state.</summary>
    public async Task SaveAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        var json = new JsonObject
        {
            ["version"] = 3,
            ["checkpoint"] = new JsonObject
            {
                ["stack"] = _stackName,
                ["latest"] = Write(snapshot, SecretsAs.Ciphertext),
            },
        };
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        var temporary = _file + ".new";
        await System.IO.File.WriteAllTextAsync(temporary, json.ToJsonString(ValueJson.Compact), cancellationToken);
        System.IO.File.Move(temporary, _file, overwrite: true);
    }

    /// <summary>The state as <c>stack export</c> prints it.</summary>
    public JsonObject Export(Snapshot snapshot, SecretsAs secretsAs) =>
        new() { ["version"] = 3, ["deployment"] = Write(snapshot, secretsAs) };

    private Snapshot Read(JsonObject deployment)
    {
        if (deployment["secrets_providers"] is JsonObject provider)
        {
            if ((string?)provider["type"] != "passphrase")
            {
                throw new EngineException(
                    $"the stack's secrets provider '{provider["type"]}' is not supported here, only 'passphrase' is"
                );
            }

            _secrets ??= PassphraseSecrets.Open(_passphrase, (string?)provider["state"]?["salt"] ?? "");
        }

        return _checkpoint.Read(deployment);
    }

    private JsonObject Write(Snapshot snapshot, SecretsAs secretsAs)
    {
        // Written first: the first secret makes the salt that the header then needs.
        var deployment = _checkpoint.Write(snapshot with { SecretsProvider = null }, _time.GetUtcNow(), secretsAs);
        if (_secrets is not null)
        {
            deployment.Insert(
                1,
                "secrets_providers",
                new JsonObject
                {
                    ["type"] = "passphrase",
                    ["state"] = new JsonObject { ["salt"] = _secrets.State },
                }
            );
        }

        return deployment;
    }
}
