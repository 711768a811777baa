using Grpc.Core;
using Pulumi;
using Pulumi.Provider.Protocol.Messages;

namespace StandIn.Tests;

public sealed class FailureTests
{
    [Fact]
    public async Task Exception_in_the_program_is_reported_with_its_line_and_exit_code_32()
    {
        await using var engine = await FakeEngine.StartAsync();

        var code = await engine.RunAsync((Action)(static () => throw new InvalidOperationException("no such luck")));

        Assert.Equal(32, code);
        var (severity, message) = Assert.Single(engine.Logs);
        Assert.Equal(LogSeverity.Error, severity);
        Assert.Contains("failed with an unhandled exception", message, StringComparison.Ordinal);
        Assert.Contains("no such luck", message, StringComparison.Ordinal);
        Assert.Contains("FailureTests.cs:line", message, StringComparison.Ordinal);
        Assert.Empty(engine.Shutdowns);
    }

    [Fact]
    public async Task Exception_in_an_apply_nobody_awaits_ends_the_program()
    {
        await using var engine = await FakeEngine.StartAsync();

        var code = await engine.RunAsync(static () =>
        {
            var a = new Item("a", new ItemArgs { Name = "a" });
            _ = a.Name.Apply(static name => name == "a" ? throw new InvalidOperationException("in apply") : name);
        });

        Assert.Equal(32, code);
        Assert.Contains("in apply", Assert.Single(engine.Logs).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunException_is_reported_without_a_stack()
    {
        await using var engine = await FakeEngine.StartAsync();

        Assert.Equal(32, await engine.RunAsync((Action)(static () => throw new RunException("say what to do"))));

        Assert.Equal([(LogSeverity.Error, "say what to do")], engine.Logs);
    }

    [Fact]
    public async Task Missing_required_input_is_reported_before_any_registration()
    {
        await using var engine = await FakeEngine.StartAsync();

        Assert.Equal(32, await engine.RunAsync(static () => _ = new Item("a", new ItemArgs())));

        Assert.Contains(
            "[Input] StandIn.Tests.ItemArgs.Name is required but was not given a value",
            Assert.Single(engine.Logs).Message,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(engine.Registered, static request => request.Name == "a");
    }

    [Fact]
    public async Task Refused_registration_ends_the_program()
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.OnRegister = static request =>
            request.Custom
                ? throw new RpcException(new Status(StatusCode.InvalidArgument, "port 70000 is out of range"))
                : Task.FromResult(FakeEngine.Created(request));

        var code = await engine.RunAsync(static () => _ = new Item("a", new ItemArgs { Name = "a" }));

        Assert.Equal(32, code);
        Assert.Contains("port 70000 is out of range", Assert.Single(engine.Logs).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Engine_that_shuts_down_has_said_why_and_nothing_is_logged()
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.OnRegister = static request =>
            request.Custom
                ? throw new RpcException(new Status(StatusCode.Unavailable, "resource monitor is shutting down"))
                : Task.FromResult(FakeEngine.Created(request));

        var code = await engine.RunAsync(static () => _ = new Item("a", new ItemArgs { Name = "a" }));

        Assert.Equal(32, code);
        Assert.Empty(engine.Logs);
    }

    [Fact]
    public async Task Failed_result_leaves_outputs_unknown_and_the_program_running()
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.OnRegister = static request =>
        {
            var response = FakeEngine.Created(request);
            response.Result = request.Name == "a" ? Result.Fail : Result.Success;
            return Task.FromResult(response);
        };

        var code = await engine.RunAsync(static () =>
        {
            var a = new Item("a", new ItemArgs { Name = "a" });
            _ = new Item("b", new ItemArgs { Name = a.Name });
        });

        Assert.Equal(0, code);
        Assert.True(engine.InputsOf("b")["name"].ContainsUnknowns);
    }

    [Fact]
    public async Task Logged_error_fails_the_program_at_its_end()
    {
        await using var engine = await FakeEngine.StartAsync();

        var code = await engine.RunAsync(static () =>
        {
            Log.Info("first");
            Log.Warn("second", new Item("a", new ItemArgs { Name = "a" }));
            Log.Error("third");
        });

        Assert.Equal(1, code);
        Assert.Equal(
            [(LogSeverity.Info, "first"), (LogSeverity.Warning, "second"), (LogSeverity.Error, "third")],
            engine.Logs
        );
        Assert.Equal(FakeEngine.UrnOf("echo:index:Item", "a"), engine.Requests<LogRequest>()[1].Urn);
        Assert.Single(engine.Shutdowns);
    }

    [Fact]
    public async Task Program_without_an_engine_is_told_to_use_one()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(static () =>
            Task.FromResult(DeploymentSettings.FromEnvironment(static _ => null))
        );

        Assert.Contains("pulumi", error.Message, StringComparison.Ordinal);
    }
}
