using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pulumi.LocalEngine.Display;
using Pulumi.LocalEngine.Tests.Support;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Events;
using ListValue = Pulumi.Provider.Protocol.Values.ListValue;

namespace Pulumi.LocalEngine.Tests;

/// <summary>What people see: lines, blocks with differences, a tree.</summary>
public sealed partial class DisplayTests
{
    [Fact]
    public async Task Lines_tell_each_step_its_status_text_and_the_summary()
    {
        await using var engine = await EngineFixture.CreateAsync();
        var text = new StringWriter { NewLine = "\n" };
        engine.Seen += new LineDisplay(text, TimeProvider.System).Handle;

        await engine.UpAsync(static async program =>
        {
            var a = await program.ItemAsync("a", null, ("name", "a", null));
            await program.OutputsAsync(
                PropertyMap.Empty.With("arn", a["arn"]).With("token", ((PropertyValue)"x").AsSecret())
            );
        });

        Assert.Equal(
            """
            Updating (dev):

             +  pulumi:pulumi:Stack rec-dev creating (#s) 
             +  echo:index:Item a creating (#s) 
             +  echo:index:Item a creating (#s) creating item item-a
             +  echo:index:Item a created (#s) creating item item-a
             +  pulumi:pulumi:Stack rec-dev created (#s) 
            Outputs:
                arn  : "arn:echo::item-a"
                token: [secret]

            Resources:
                + 2 created

            Duration: #s


            """,
            Steady(text)
        );
    }

    [Fact]
    public async Task Failure_is_told_by_resource_and_counted_with_the_stack()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(static _ => Task.CompletedTask);
        var text = new StringWriter { NewLine = "\n" };
        engine.Seen += new LineDisplay(text, TimeProvider.System).Handle;

        await engine.UpAsync(static program =>
            program.ItemAsync("bad", null, ("name", "bad", null), ("failMode", "precond", null))
        );

        Assert.EndsWith(
            """
             +  echo:index:Item bad creating (#s) error: quota exceeded for item item-bad
             +  echo:index:Item bad **creating failed** error: quota exceeded for item item-bad
                pulumi:pulumi:Stack rec-dev running error: update failed
                pulumi:pulumi:Stack rec-dev **failed** error: update failed
            Diagnostics:
              echo:index:Item (bad):
                error: quota exceeded for item item-bad

              pulumi:pulumi:Stack (rec-dev):
                error: update failed

            Resources:
                1 unchanged
                2 errored

            Duration: #s


            """,
            Steady(text)
        );
    }

    [Fact]
    public async Task Changed_outputs_are_shown_with_what_they_were()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(static program =>
            program.OutputsAsync(
                PropertyMap
                    .Empty.With("a", 1)
                    .With("gone", "y")
                    .With("names", new ListValue(["one", "two", "three"]))
                    .With("place", new ObjectValue(PropertyMap.Empty.With("city", "Bonn").With("street", "x")))
                    .With("same", "x")
            )
        );
        var text = new StringWriter { NewLine = "\n" };
        engine.Seen += new LineDisplay(text, TimeProvider.System).Handle;

        await engine.UpAsync(static program =>
            program.OutputsAsync(
                PropertyMap
                    .Empty.With("a", 2)
                    .With("names", new ListValue(["one", "due"]))
                    .With("new", true)
                    .With("place", new ObjectValue(PropertyMap.Empty.With("city", "Köln").With("street", "x")))
                    .With("same", "x")
            )
        );

        Assert.Contains(
            """
            Outputs:
              ~ a    : 1 => 2
              - gone : "y"
              ~ names: [
                  ~ [1]: "two" => "due"
                  - [2]: "three"
                ]
              + new  : true
              ~ place: {
                  ~ city: "Bonn" => "Köln"
                }
                same : "x"

            """,
            text.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Row_of_a_failed_step_shows_the_first_reason_and_not_its_heading()
    {
        await using var engine = await EngineFixture.CreateAsync();
        var text = new StringWriter { NewLine = "\n" };
        engine.Seen += new LineDisplay(text, TimeProvider.System).Handle;

        await engine.UpAsync(static program =>
            program.ItemAsync("a", null, ("name", "a", null), ("failMode", "init", null))
        );

        Assert.Contains(
            " +  echo:index:Item a **creating failed** error: still starting\n",
            text.ToString(),
            StringComparison.Ordinal
        );
        Assert.Contains("    error: 1 error occurred:\n        * still starting\n", text.ToString());
    }

    [Fact]
    public async Task Each_step_of_a_replacement_has_its_own_words()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(static program => program.ItemAsync("a", null, ("name", "a", null)));
        var text = new StringWriter { NewLine = "\n" };
        engine.Seen += new LineDisplay(text, TimeProvider.System).Handle;

        await engine.UpAsync(static program => program.ItemAsync("a", null, ("name", "a2", null)));

        Assert.Contains(
            """
             ++ echo:index:Item a created replacement (#s) [diff: ~name]; creating item item-a2
             +- echo:index:Item a replacing (#s) [diff: ~name]
             +- echo:index:Item a replaced (#s) [diff: ~name]
             -- echo:index:Item a deleting original (#s) [diff: ~name]
             -- echo:index:Item a deleted original (#s) [diff: ~name]

            """,
            Steady(text),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_said_of_no_resource_is_said_once_of_the_stack(bool diff)
    {
        const string Stack = "urn:pulumi:dev::rec::pulumi:pulumi:Stack::rec-dev";
        var text = new StringWriter { NewLine = "\n" };
        EventSink show = diff ? new DiffDisplay(text).Handle : new LineDisplay(text, TimeProvider.System).Handle;

        show(new OperationStarted(OperationKind.Refresh, IsPreview: false, "dev", Stack));
        show(new Diagnostic("", LogSeverity.Warning, "the cloud is slow", Ephemeral: false, StreamId: 0));
        show(new Diagnostic(Stack, LogSeverity.Error, "refresh failed", Ephemeral: false, StreamId: 0));
        show(
            new OperationEnded(
                IsPreview: false,
                ImmutableSortedDictionary<StepOp, int>.Empty,
                1,
                TimeSpan.FromSeconds(1),
                RunOutcome.Failed
            )
        );

        var rows = diff
            ? ""
            : """

                    pulumi:pulumi:Stack rec-dev  warning: the cloud is slow
                    pulumi:pulumi:Stack rec-dev  error: refresh failed

                """;
        Assert.Equal(
            $"""
            Refreshing (dev):
            {rows}Diagnostics:
              pulumi:pulumi:Stack (rec-dev):
                warning: the cloud is slow
                error: refresh failed

            Resources:
                1 errored

            Duration: #s


            """,
            Steady(text)
        );
    }

    [Fact]
    public async Task Diff_shows_only_what_changed_before_and_after()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(static program => Tagged(program, 1, "red"));
        var text = new StringWriter { NewLine = "\n" };
        engine.Seen += new DiffDisplay(text).Handle;

        await engine.PreviewAsync(static program => Tagged(program, 9, "blue"));

        Assert.Equal(
            """
            Previewing update (dev):
              pulumi:pulumi:Stack: (same)
                [urn=urn:pulumi:dev::rec::pulumi:pulumi:Stack::rec-dev]
                ~ echo:index:Item: (update)
                    [id=item-a]
                    [urn=urn:pulumi:dev::rec::echo:index:Item::a]
                  ~ size: 1 => 9
                  ~ tags: {
                      ~ team: "red" => "blue"
                    }
            Resources:
                ~ 1 to update
                1 unchanged


            """,
            Steady(text)
        );
    }

    [Fact]
    public async Task Tree_hangs_children_under_their_parents_and_leaves_out_what_stays()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(static program => program.ItemAsync("same", null, ("name", "same", null)));
        var text = new StringWriter { NewLine = "\n" };
        using var tree = new TreeDisplay(text, TimeProvider.System, static () => (100, 30));
        engine.Seen += tree.Handle;

        await engine.PreviewAsync(static async program =>
        {
            await program.ItemAsync("same", null, ("name", "same", null));
            var net = await program.ItemAsync("net", null, ("name", "net", null));
            await program.ItemAsync("web", options => options.Parent = net.Urn, ("name", "web", null));
            await program.ItemAsync("db", null, ("name", "db", null));
        });

        var plain = Escapes().Replace(text.ToString(), "");
        Assert.EndsWith(
            """
                 Type                   Name     Plan    Info
                 pulumi:pulumi:Stack    rec-dev          
             +   ├─ echo:index:Item     net      create  
             +   │  └─ echo:index:Item  web      create  
             +   └─ echo:index:Item     db       create  

            Resources:
                + 3 to create
                2 unchanged


            """,
            plain
        );
    }

    private static Task<Registered> Tagged(EchoProgram program, double size, string team) =>
        program.ItemAsync(
            "a",
            null,
            ("name", "a", null),
            ("size", size, null),
            ("tags", new ObjectValue(PropertyMap.Empty.With("env", "dev").With("team", team)), null)
        );

    // How long things take differs from run to run; everything else must not.
    private static string Steady(StringWriter text) => Times().Replace(text.ToString(), "$1#s");

    [GeneratedRegex(@"(\(|Duration: )[0-9.]+s")]
    private static partial Regex Times();

    [GeneratedRegex("\e\\[[0-9;]*[A-Za-z]|\r")]
    private static partial Regex Escapes();
}
