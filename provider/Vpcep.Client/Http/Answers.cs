namespace Vpcep.Client;

/// <summary>Makes sense of HTTP answers.</summary>
internal static class Answers
{
    private const string Foreign =
        "Check the endpoint and proxies on the way: something else than the API may have answered";

    // No real one is shorter, and a word of that length may stand in any sentence.
    private const int ShortestCredential = 8;

    /// <summary>The id that the cloud's support asks for.</summary>
    public static string? RequestId(HttpResponseMessage response) => Header(response, "X-Request-Id");

    /// <summary>Success, which takes the body along; refusal; or an answer that says nothing and so counts as lost.</summary>
    public static Attempt Judge(
        ApiRequest request,
        HttpResponseMessage response,
        AnswerBody body,
        string? requestId,
        DateTimeOffset now
    )
    {
        var status = (int)response.StatusCode;
        var mediaType = response.Content.Headers.ContentType?.MediaType;
        // 300 is how a host lists its API versions; the others of its kind name another place.
        if (status is >= 200 and < 300 || (status == 300 && response.Headers.Location is null))
        {
            return Success(request, body, status, requestId, mediaType) with
            {
                SubjectToken = Header(response, "X-Subject-Token"),
            };
        }
        if (status is >= 300 and < 400)
        {
            return new Attempt(AttemptOutcome.Refused)
            {
                Error = new VpcepException(
                    ErrorClass.InvalidInput,
                    request.Operation,
                    $"the host answers with a redirect to {Target(response)}, which is not followed: credentials stay with the host they are for"
                )
                {
                    HttpStatus = status,
                    RequestId = requestId,
                    IsForeign = true,
                    Hint = "Check the endpoint",
                },
            };
        }
        var error = ErrorBody.Read(body.Bytes, mediaType);
        var kind = ErrorCodes.ClassOf(error.Code, status);
        // Cut short, it does not say why; and what is behind a 404 decides whether a thing is gone.
        var isUnread = status < 500 && ErrorBody.IsCutShort(body.Bytes);
        return new Attempt(isUnread ? AttemptOutcome.RefusedUnread : AttemptOutcome.Refused)
        {
            Error = new VpcepException(
                kind,
                request.Operation,
                WithoutCredentials(error.Message, request, response.RequestMessage)
                    ?? $"the host answers {status} {response.ReasonPhrase}".TrimEnd()
            )
            {
                Code = error.Code,
                HttpStatus = status,
                RequestId = requestId ?? error.RequestId,
                IsForeign = error.IsPage,
                Hint = error.IsPage ? Foreign : ErrorCodes.HintFor(error.Code, kind),
                RetryAfter = RetryAfter(response, now),
            },
        };
    }

    /// <summary>What an answer is about; one that does not say so is odd.</summary>
    public static T Required<T>(T? item, string operation)
        where T : class =>
        item
        ?? throw new VpcepException(ErrorClass.Internal, operation, "the answer lacks the id of what was asked for");

    /// <summary>A transport failure in words.</summary>
    public static string Describe(Exception failure, bool timedOut)
    {
        if (timedOut)
        {
            return "timed out";
        }
        return failure is HttpRequestException http
            ? http.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => "the host name is not known",
                HttpRequestError.ConnectionError => "the host cannot be reached",
                HttpRequestError.SecureConnectionError => $"no secure connection: {Innermost(http)}",
                HttpRequestError.ResponseEnded => "the host hung up without an answer",
                HttpRequestError.ProxyTunnelError => $"the proxy refuses: {Innermost(http)}",
                HttpRequestError.ConfigurationLimitExceeded => http.Message,
                _ => $"the connection broke: {Innermost(http)}",
            }
            : $"the connection broke: {Innermost(failure)}";
    }

    private static Attempt Success(
        ApiRequest request,
        AnswerBody body,
        int status,
        string? requestId,
        string? mediaType
    )
    {
        if (body.Bytes.IsEmpty && request.Method == HttpMethod.Get)
        {
            return new Attempt(AttemptOutcome.Lost)
            {
                Error = new VpcepException(ErrorClass.Unavailable, request.Operation, "the answer is empty")
                {
                    HttpStatus = status,
                    RequestId = requestId,
                    Hint = ErrorCodes.HintFor(null, ErrorClass.Unavailable),
                },
            };
        }
        if (body.Bytes.IsEmpty)
        {
            return new Attempt(AttemptOutcome.Succeeded);
        }
        if (body.TryParse())
        {
            return new Attempt(AttemptOutcome.Succeeded) { Answer = body };
        }
        return new Attempt(AttemptOutcome.Lost)
        {
            Error = new VpcepException(
                ErrorClass.Unavailable,
                request.Operation,
                ErrorBody.LooksLikePage(body.Bytes, mediaType)
                    ? "a web page instead of an API answer"
                    : "the answer cannot be understood: it is no JSON"
            )
            {
                HttpStatus = status,
                RequestId = requestId,
                IsForeign = true,
                Hint = Foreign,
            },
        };
    }

    // Gateways quote the request, or what they made of it, when they refuse a signature.
    private static string? WithoutCredentials(string? words, ApiRequest request, HttpRequestMessage? sent)
    {
        foreach (var secret in request.Secrets.Concat(Carried(sent)))
        {
            if (secret.Length >= ShortestCredential)
            {
                words = words?.Replace(secret, "[secret]", StringComparison.Ordinal);
            }
        }
        return words;
    }

    private static IEnumerable<string> Carried(HttpRequestMessage? sent)
    {
        foreach (var header in (string[])["X-Auth-Token", "X-Security-Token", "Authorization"])
        {
            if (
                sent is not null
                && sent.Headers.TryGetValues(header, out var values)
                && values.FirstOrDefault() is { } value
            )
            {
                yield return value;
            }
        }
        if (sent is not null && sent.Options.TryGetValue(AccessKeyCredential.Key, out var key))
        {
            yield return key;
        }
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date is { } date ? date - (response.Headers.Date ?? now) : null);
        return wait > TimeSpan.Zero ? wait : null;
    }

    private static string Target(HttpResponseMessage response) =>
        response.Headers.Location is { } location
            ? location.IsAbsoluteUri
                ? location.Host
                : "another path"
            : "nowhere";

    private static string Innermost(Exception failure)
    {
        while (failure.InnerException is { } inner)
        {
            failure = inner;
        }
        return failure.Message.TrimEnd('.');
    }
}
