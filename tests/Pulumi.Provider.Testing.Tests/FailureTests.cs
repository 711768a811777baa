using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Testing.Tests.Library;

namespace Pulumi.Provider.Testing.Tests;

/// <summary>What becomes of exceptions that the code of a provider lets through.</summary>
public sealed class FailureTests
{
    private readonly ManualTime _time = new();

    public static TheoryData<string, Exception, StatusCode> OfTheNetwork =>
        new()
        {
            {
                "Connection refused (localhost:80)",
                new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused (localhost:80)"),
                StatusCode.Unavailable
            },
            {
                "An error occurred while sending the request. (Connection reset by peer)",
                new HttpRequestException(
                    "An error occurred while sending the request.",
                    new IOException("Connection reset by peer")
                ),
                StatusCode.Unknown
            },
            {
                "no such host",
                new SocketException((int)SocketError.HostNotFound, "no such host"),
                StatusCode.Unavailable
            },
            { "too slow", new TimeoutException("too slow"), StatusCode.DeadlineExceeded },
            {
                "HttpClient.Timeout of 100 seconds",
                new TaskCanceledException("canceled by HttpClient.Timeout of 100 seconds", new TimeoutException()),
                StatusCode.DeadlineExceeded
            },
            {
                "too slow, too",
                new AggregateException(new TimeoutException("too slow, too")),
                StatusCode.DeadlineExceeded
            },
            { "400", Answered(HttpStatusCode.BadRequest), StatusCode.InvalidArgument },
            { "401", Answered(HttpStatusCode.Unauthorized), StatusCode.Unauthenticated },
            { "403", Answered(HttpStatusCode.Forbidden), StatusCode.PermissionDenied },
            { "404", Answered(HttpStatusCode.NotFound), StatusCode.NotFound },
            { "409", Answered(HttpStatusCode.Conflict), StatusCode.FailedPrecondition },
            { "422", Answered(HttpStatusCode.UnprocessableEntity), StatusCode.InvalidArgument },
            { "429", Answered(HttpStatusCode.TooManyRequests), StatusCode.ResourceExhausted },
            { "503", Answered(HttpStatusCode.ServiceUnavailable), StatusCode.Unavailable },
            { "504", Answered(HttpStatusCode.GatewayTimeout), StatusCode.DeadlineExceeded },
        };

    private static HttpRequestException Answered(HttpStatusCode status) =>
        new($"Response status code does not indicate success: {(int)status}.", null, status);

    [Theory]
    [MemberData(nameof(OfTheNetwork), DisableDiscoveryEnumeration = true)]
    public async Task A_failure_of_the_network_is_no_bug_of_the_provider(
        string says,
        Exception failure,
        StatusCode code
    )
    {
        var run = await UpAsync(failure);

        run.ShouldFail(says);
        Assert.DoesNotContain(run.Errors, static error => error.Contains("bug", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Errors, static error => error.Contains("interrupted", StringComparison.Ordinal));
        Assert.Contains(run.Calls, call => call.Error?.StartsWith($"{code}: ", StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task What_the_provider_explains_is_as_it_says()
    {
        var run = await UpAsync(
            Answered(HttpStatusCode.BadGateway),
            static failure => new OperationException(FailureKind.Exhausted, $"come again: {failure.Message}", failure)
        );

        run.ShouldFail("come again: Response status code");
    }

    [Fact]
    public async Task A_bug_names_the_place_in_the_code_of_the_provider()
    {
        var run = await UpAsync(new InvalidOperationException("not a thing"));

        run.ShouldFail("bug in the library provider, please report it: InvalidOperationException: not a thing (at ");
        run.ShouldFail($"{nameof(Failing)}.");
    }

    [Fact]
    public async Task A_bug_beneath_the_framework_names_the_place_that_called_it()
    {
        var run = await UpAsync(null);

        run.ShouldFail("KeyNotFoundException");
        run.ShouldFail($"{nameof(Failing)}.");
    }

    private async Task<TestRun> UpAsync(Exception? failure, Func<Exception, OperationException?>? explain = null)
    {
        var provider = new ProviderDefinition<LibraryConfig, Shelf>("library", "1.0.0", (_, _) => new Shelf(_time))
        {
            Explain = explain ?? (static _ => null),
        }.Resource(LibraryProvider.Book, shelf => new Failing(shelf, _time, failure));
        await using var stack = new TestStack(provider, new TestStackOptions { Time = _time });
        return await stack.UpAsync(static program =>
            program.AddAsync(LibraryProvider.Book, "emma", new BookInputs { Title = "Emma", Room = "east" })
        );
    }

    private sealed class Failing(Shelf shelf, TimeProvider time, Exception? failure) : BookResource(shelf, time)
    {
        public override Task<BookState> CreateAsync(Operation operation, BookInputs inputs) =>
            throw failure ?? new InvalidOperationException(Missing());

        private static string Missing() => new Dictionary<string, string>()["nothing"];
    }
}
