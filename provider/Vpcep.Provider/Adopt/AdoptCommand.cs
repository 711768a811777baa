using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Service;
using Vpcep.Provider.Configuration;

namespace Vpcep.Provider.Adopt;

/// <summary>
/// <c>adopt</c>: lists what a project holds, as the file that <c>pulumi import --file</c> takes or as a map of who reaches
/// which service.
/// </summary>
/// <param name="environment">Reads an environment variable.</param>
/// <param name="time">The clock.</param>
/// <param name="input">What is piped in.</param>
/// <param name="output">Where the result goes, unless a file is named.</param>
/// <param name="errors">Where it says what is wrong, and what it left out.</param>
public sealed class AdoptCommand(
    Func<string, string?> environment,
    TimeProvider time,
    TextReader input,
    TextWriter output,
    TextWriter errors
)
{
    private readonly Secrets _secrets = new();

    /// <summary>Runs it.</summary>
    /// <param name="args">What is asked for; <c>--help</c> tells.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The exit code: 0 done, 1 configuration or cloud said no, 2 not understood.</returns>
    public async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        try
        {
            if (args is ["--help" or "-h" or "help"])
            {
                await output.WriteLineAsync(AdoptHelp.Text).ConfigureAwait(false);
                return 0;
            }

            var asked = AdoptArguments.Parse(args);
            var names = asked.Names is { } file
                ? ImportFile.Names(file, await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false))
                : [];
            var given = await CommandConfiguration
                .ReadAsync(asked.Config, input, cancellationToken)
                .ConfigureAwait(false);
            var opening = new SessionOpening(environment, time, _secrets, Say);
            if (await opening.OpenAsync(given, cancellationToken).ConfigureAwait(false) is not var (provider, session))
            {
                return 1;
            }

            await using (session.ConfigureAwait(false))
            {
                return await AdoptAsync(asked, names, provider, session, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception problem) when (problem is OperationException or IOException or UnauthorizedAccessException)
        {
            Say(problem.Message);
            return 2;
        }
    }

    private async Task<int> AdoptAsync(
        AdoptArguments asked,
        Dictionary<(string Token, string Id), string> names,
        ProviderDefinition provider,
        Session session,
        CancellationToken cancellationToken
    )
    {
        string text;
        List<Adoptable> chosen;
        try
        {
            var contents = await ProjectContents
                .ReadAsync(session.Client, withDetails: asked.Format != "import", cancellationToken)
                .ConfigureAwait(false);
            var adoption = Adoption.Of(contents, names);
            foreach (var leftOut in adoption.LeftOut)
            {
                Say(leftOut);
            }

            chosen = [.. adoption.Resources.Where(asked.Wants)];
            var map = ConnectionMap.Of(contents, adoption.Resources);
            text = asked.Format switch
            {
                "import" => Json(json => ImportFile.Write(json, chosen, asked.Provider)),
                "json" => await MapAsJsonAsync(session, provider, chosen, map, cancellationToken).ConfigureAwait(false),
                "mermaid" => MapMermaid.Draw(map),
                _ => MapSvg.Draw(map),
            };
        }
        catch (Exception failure) when (CloudFailure.Explain(failure) is { } explained)
        {
            Say(explained.Message);
            return 1;
        }

        if (asked.Output is not { } path)
        {
            await output.WriteAsync(text).ConfigureAwait(false);
            return 0;
        }

        await File.WriteAllTextAsync(path, text, new UTF8Encoding(false), cancellationToken).ConfigureAwait(false);
        var counts = ResourceKind.All.Select(kind => kind.Counted(chosen.Count(one => one.Kind == kind)));
        await output.WriteLineAsync($"{path}: {string.Join(", ", counts)}").ConfigureAwait(false);
        return 0;
    }

    // Each is read as an import reads it: so a program with these inputs has nothing to change after one.
    private async Task<string> MapAsJsonAsync(
        Session session,
        ProviderDefinition provider,
        List<Adoptable> resources,
        ConnectionMap map,
        CancellationToken cancellationToken
    )
    {
        var log = new WarningLog(Say, _secrets);
        var read = await Task.WhenAll(
                resources.Select(async resource =>
                    (
                        resource,
                        await provider
                            .Resources[resource.Kind.Token]
                            .ReadAsync(
                                session,
                                new Operation(resource.Name, null, log, cancellationToken),
                                resource.Id,
                                null,
                                null
                            )
                            .ConfigureAwait(false)
                    )
                )
            )
            .ConfigureAwait(false);
        var project = await session.Client.ProjectAsync(cancellationToken).ConfigureAwait(false);
        return Json(json =>
            MapJson.Write(
                json,
                session.Cloud.Title,
                project,
                read.Where(static one => one.Item2 is not null).Select(static one => (one.resource, one.Item2!.Inputs)),
                map
            )
        );
    }

    private void Say(string text) => errors.WriteLine($"vpcep: {_secrets.Clean(text)}");

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file, not a web page
        };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }
}
