using System.Collections.Immutable;
using System.CommandLine;
using Pulumi.Provider.Testing.Engine.Operations;

namespace Pulumi.LocalEngine.Cli;

/// <summary>The options of a command that say which resources it is about and how far it goes.</summary>
internal sealed class ChoiceOptions
{
    private readonly Option<bool?> _refresh = new("--refresh", "-r")
    {
        Description = "Refresh the stack's resources first; where not given, as options.refresh of Pulumi.yaml says",
    };
    private readonly Option<bool> _runProgram = new("--run-program")
    {
        Description = "Refresh each resource when the program registers it",
    };
    private readonly Option<bool> _clearPendingCreates = new("--clear-pending-creates")
    {
        Description = "Forget creates that an earlier run left pending",
    };
    private readonly Option<bool> _continueOnError = new("--continue-on-error")
    {
        Description = "Go on with what does not depend on a failed step",
    };
    private readonly Option<bool> _ignoreProtect = new("--ignore-protect")
    {
        Description = "Replace and delete what is protected, too",
    };
    private readonly Option<bool> _excludeProtected = new("--exclude-protected")
    {
        Description = "Leave what is protected alone",
    };
    private readonly Option<string[]> _target = new("--target", "-t")
    {
        Description = "The URN of a resource to touch, and no others; * and ** are wildcards",
    };
    private readonly Option<bool> _targetDependents = new("--target-dependents")
    {
        Description = "Touch what depends on the targets, too",
    };
    private readonly Option<string[]> _exclude = new("--exclude")
    {
        Description = "The URN of a resource to leave alone",
    };
    private readonly Option<bool> _excludeDependents = new("--exclude-dependents")
    {
        Description = "Leave alone what depends on what is excluded, too",
    };
    private readonly Option<string[]> _replace = new("--replace") { Description = "The URN of a resource to replace" };
    private readonly Option<string[]> _targetReplace = new("--target-replace")
    {
        Description = "The URN of a resource to replace, touching no others",
    };

    /// <summary>Adds to a command what it takes.</summary>
    public ChoiceOptions(Command command)
    {
        Option[] options = command.Name switch
        {
            "preview" => [_refresh, _runProgram, .. Selected, .. Replaced],
            "up" => [_refresh, _runProgram, _continueOnError, _ignoreProtect, .. Selected, .. Replaced],
            "refresh" => [_runProgram, _clearPendingCreates, _target, _exclude],
            "destroy" => [_refresh, _continueOnError, _ignoreProtect, _excludeProtected, .. Selected],
            _ => [],
        };
        foreach (var option in options)
        {
            command.Options.Add(option);
        }
    }

    private Option[] Selected => [_target, _targetDependents, _exclude, _excludeDependents];

    private Option[] Replaced => [_replace, _targetReplace];

    /// <summary>What the given options ask for.</summary>
    public OperationChoices Read(ParseResult parsed)
    {
        ImmutableArray<string> targetReplace = [.. parsed.GetValue(_targetReplace) ?? []];
        return new OperationChoices
        {
            Refresh = parsed.GetValue(_refresh),
            RunProgram = parsed.GetValue(_runProgram),
            ClearPendingCreates = parsed.GetValue(_clearPendingCreates),
            ContinueOnError = parsed.GetValue(_continueOnError),
            IgnoreProtect = parsed.GetValue(_ignoreProtect),
            ExcludeProtected = parsed.GetValue(_excludeProtected),
            Targets = [.. parsed.GetValue(_target) ?? [], .. targetReplace],
            TargetDependents = parsed.GetValue(_targetDependents),
            Excludes = [.. parsed.GetValue(_exclude) ?? []],
            ExcludeDependents = parsed.GetValue(_excludeDependents),
            Replace = [.. parsed.GetValue(_replace) ?? [], .. targetReplace],
        };
    }
}
