using System.Reflection;
using Pulumi.Provider.Hosting;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Schema;

namespace Acme.Notes;

/// <summary>The provider: what it is called, how a session begins, what it manages.</summary>
internal static class NotesPackageProvider
{
    private static readonly Assembly Plugin = typeof(NotesPackageProvider).Assembly;

    /// <summary>The provider, ready to be served.</summary>
    public static ProviderDefinition Create() =>
        new ProviderDefinition<NotesPackageConfig, NoteStore>(
            "notes-package",
            PluginAssembly.Version(Plugin),
            // Once for each configuration, before anything is made. It must not touch the network.
            static (config, log) => new NoteStore(config.Folder, config.Key)
        )
        {
            Package = new PackageInfo
            {
                DisplayName = "Acme.Notes",
                Description = "Notes, kept as files in a folder.",
                Publisher = "Acme.Notes",
                //#if (organization != "")
                Namespace = "acme-organization",
                //#endif
            },
            Schema = static () => PluginAssembly.Schema(Plugin),
        }
            .Resource<NoteInputs, NoteState>("notes-package:index:Note", static store => new NoteResource(store))
            .Component<NotebookInputs, NotebookOutputs>(
                "notes-package:index:Notebook",
                static _ => new NotebookComponent()
            )
            .Function<GetNotesArgs, GetNotesResult>(
                "notes-package:index:getNotes",
                static store => new GetNotes(store)
            );
}
