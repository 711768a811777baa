namespace Pulumi.Provider.Testing.Engine.Programs;

/// <summary>Thrown when a program failed that has told the user why.</summary>
public sealed class ProgramFailureReportedException() : Exception("the program failed, and has said why");
