using App;
using Pulumi;

return await Deployment.RunAsync<AppStack>();
