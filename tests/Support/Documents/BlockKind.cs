namespace Support.Documents;

/// <summary>A kind of fenced block. Each is exercised by a test; the remark says which.</summary>
public enum BlockKind
{
    /// <summary>A C# program, or part of one: compiled against the SDK by ProgramBlockTests of Generator.Tests.</summary>
    Program,

    /// <summary>C# of a provider: compiled against Pulumi.Provider by ReadmeTests of Pulumi.Provider.Tests.</summary>
    ProviderProgram,

    /// <summary>C# of a test of a provider: compared with the same lines of ReadmeTests of Pulumi.Provider.Testing.Tests, which run.</summary>
    ProviderTest,

    /// <summary>
    /// C# of a provider that the compiler names a fault of, or that has it no longer: compiled by DiagnosticPageTests of
    /// Pulumi.Provider.Tests.
    /// </summary>
    Diagnostic,

    /// <summary>C# of the guide for authors of providers: lines of code that runs elsewhere, found by GuideTests of Pulumi.Provider.Testing.Tests.</summary>
    ProviderGuide,

    /// <summary>A TypeScript program: checked by tsc --strict in TypeScriptTests of Conformance.</summary>
    TypeScript,

    /// <summary>A Pulumi YAML program: bound to the schema by YamlBlockTests of Generator.Tests.</summary>
    YamlProgram,

    /// <summary>Part of a Pulumi.yaml: read by the local engine in YamlBlockTests.</summary>
    ProjectFile,

    /// <summary>Part of a stack's file: read by the local engine in YamlBlockTests.</summary>
    StackFile,

    /// <summary>A file for <c>pulumi import --file</c>: read by the local engine in YamlBlockTests.</summary>
    ImportFile,

    /// <summary>Commands: parsed by bash, each held to what there is, in ShellBlockTests of Generator.Tests.</summary>
    Shell,

    /// <summary>A drawing with arrows: nothing to run.</summary>
    Drawing,
}
