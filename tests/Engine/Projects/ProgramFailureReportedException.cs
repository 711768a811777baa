namespace Pulumi.LocalEngine.Projects;

/// <summary>Thrown when a program failed that has told the user why.</summary>
public sealed class ProgramFailureReportedException() : Exception("the program failed, and has said why");
