using Pulumi.LocalEngine.Cli;

return await CommandLine.RunAsync(args, Surroundings.OfTheProcess);
