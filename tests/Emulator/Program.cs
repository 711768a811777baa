using System.CommandLine;
using Vpcep.Emulator;

var port = new Option<int>("--port") { Description = "where to listen on 127.0.0.1; 0 takes a free port" };
var region = new Option<string?>("--region")
{
    Description = "region, first part of full service names; without it the dialect's own",
};
var projectId = new Option<string>("--project-id")
{
    Description = "the project that may call",
    DefaultValueFactory = _ => Account.Default.ProjectId,
};
var domainId = new Option<string>("--domain-id")
{
    Description = "the domain (account) of that project",
    DefaultValueFactory = _ => Account.Default.DomainId,
};
var ak = new Option<string?>("--ak")
{
    Description = "access key",
    DefaultValueFactory = _ => Account.Default.AccessKey,
};
var sk = new Option<string?>("--sk")
{
    Description = "secret key",
    DefaultValueFactory = _ => Account.Default.SecretKey,
};
var securityToken = new Option<string?>("--security-token") { Description = "makes the key a temporary one" };
var token = new Option<string?>("--token")
{
    Description = "a token that is valid for ever",
    DefaultValueFactory = _ => Account.Default.Token,
};
var delay = new Option<double>("--delay")
{
    Description = "seconds that creating and deleting take",
    DefaultValueFactory = _ => new EmulatorOptions().Delay.TotalSeconds,
};
var approvalDelay = new Option<double>("--approval-delay")
{
    Description = "seconds that accepting and rejecting take",
};
var requestsPerSecond = new Option<int?>("--requests-per-second") { Description = "more are answered with 429" };
var state = new Option<string?>("--state") { Description = "file that keeps everything over a kill" };
var dialect = new Option<string>("--dialect")
{
    Description = "whose document to follow",
    DefaultValueFactory = _ => Dialect.Ankara.Name,
};
var untilStdinCloses = new Option<bool>("--until-stdin-closes")
{
    Description = "end when standard input closes, so as not to outlive the program that started it",
};
dialect.AcceptOnlyFromAmong([.. Dialect.All.Select(known => known.Name)]);

var command = new RootCommand(
    "A VPC Endpoint (and small IAM) server to run programs against. Prints its URL when ready; "
        + "GET /_emulator/help lists what tests can ask of it."
)
{
    port,
    region,
    projectId,
    domainId,
    ak,
    sk,
    securityToken,
    token,
    delay,
    approvalDelay,
    requestsPerSecond,
    state,
    dialect,
    untilStdinCloses,
};
command.SetAction(
    async (parsed, cancellationToken) =>
    {
        var account = Account.Default with
        {
            ProjectId = parsed.GetRequiredValue(projectId),
            DomainId = parsed.GetRequiredValue(domainId),
            AccessKey = parsed.GetValue(ak),
            SecretKey = parsed.GetValue(sk),
            SecurityToken = parsed.GetValue(securityToken),
            Token = parsed.GetValue(token),
        };
        var options = new EmulatorOptions
        {
            Port = parsed.GetValue(port),
            Accounts = [account, Account.Other],
            Delay = TimeSpan.FromSeconds(parsed.GetValue(delay)),
            ApprovalDelay = TimeSpan.FromSeconds(parsed.GetValue(approvalDelay)),
            RequestsPerSecond = parsed.GetValue(requestsPerSecond),
            StateFile = parsed.GetValue(state),
            Dialect = Dialect.All.Single(known => known.Name == parsed.GetRequiredValue(dialect)),
        };
        if (parsed.GetValue(region) is { } chosen)
        {
            options = options with { Region = chosen };
        }
        await using var server = await EmulatorServer.StartAsync(options, cancellationToken).ConfigureAwait(false);
        await Console.Out.WriteLineAsync(server.Url.ToString().TrimEnd('/')).ConfigureAwait(false);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var waits = new List<Task> { server.WaitForShutdownAsync(ended.Token) };
        if (parsed.GetValue(untilStdinCloses))
        {
            // Off this thread: the console reads synchronously.
            waits.Add(Task.Run(() => Console.OpenStandardInput().CopyToAsync(Stream.Null, ended.Token), ended.Token));
        }
        await Task.WhenAny(waits).ConfigureAwait(false);
        await ended.CancelAsync().ConfigureAwait(false);
    }
);
return await command.Parse(args).InvokeAsync().ConfigureAwait(false);
