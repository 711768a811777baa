using System.CommandLine;
using Pulumi.LocalEngine.Cli;

// Signals are the operations' own business: the first asks them to stop, the second insists.
return await Commands.Root().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
