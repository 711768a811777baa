using Acme.Notes;
using Pulumi.Provider.Hosting;

return await PluginHost.RunAsync(NotesPackageProvider.Create(), args, TimeProvider.System);
