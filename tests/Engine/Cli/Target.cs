using Pulumi.LocalEngine.Projects;
using Pulumi.Provider.Testing.Engine;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.LocalEngine.Cli;

/// <summary>What a command works on.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Stack">The stack's name.</param>
/// <param name="Project">The project.</param>
/// <param name="StateFolder">Where state is kept.</param>
/// <param name="Surroundings">What the command has around it.</param>
internal sealed record Target(
    string Folder,
    string Stack,
    ProjectFile Project,
    string StateFolder,
    Surroundings Surroundings
)
{
    /// <summary>The stack's configuration file.</summary>
    public StackFile StackFile { get; } = StackFile.Load(Folder, Project.Name, Stack);

    /// <summary>The passphrase from the environment, or null.</summary>
    public Passphrase? Passphrase { get; } = PassphraseIn(Surroundings);

    /// <summary>The encryption of the stack's configuration.</summary>
    public PassphraseSecrets Secrets() =>
        StackFile.Salt is { } salt ? PassphraseSecrets.Open(Passphrase, salt) : PassphraseSecrets.Create(Passphrase);

    /// <summary>The workspace.</summary>
    public WorkspaceOptions Workspace(int parallel)
    {
        Lazy<PassphraseSecrets> secrets = new(Secrets);
        return new WorkspaceOptions
        {
            Project = Project.Name,
            Stack = Stack,
            Folder = Folder,
            StateFolder = StateFolder,
            Program = Project.Program(Surroundings.Environment),
            Refresh = Project.RefreshesAlways,
            Config = StackFile.Read(Project.Config, text => secrets.Value.Decrypt(text)),
            PluginPaths = Project.PluginPaths,
            Environment = Surroundings.Environment,
            Passphrase = Passphrase,
            Salt = StackFile.Salt,
            Parallel = parallel,
        };
    }

    private static Passphrase? PassphraseIn(Surroundings surroundings)
    {
        var text =
            surroundings.Variable("PULUMI_CONFIG_PASSPHRASE")
            ?? (
                surroundings.Variable("PULUMI_CONFIG_PASSPHRASE_FILE") is { Length: > 0 } file
                    ? File.ReadAllText(file).TrimEnd('\r', '\n')
                    : null
            );
        return text is null ? null
            : surroundings.Passphrase is { } known && known.Is(text) ? known
            : new Passphrase(text);
    }
}
