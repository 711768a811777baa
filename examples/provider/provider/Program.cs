using Acme.Postgres;
using Pulumi.Provider.Hosting;

return await PluginHost.RunAsync(PostgresProvider.Create(), args, TimeProvider.System);
