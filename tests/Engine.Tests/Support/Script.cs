namespace Pulumi.LocalEngine.Tests.Support;

/// <summary>Shell scripts in the place of programs and plugins.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
internal static class Script
{
    /// <summary>Writes a script that can be run.</summary>
    public static void Write(string file, string lines)
    {
        File.WriteAllText(file, $"#!/bin/sh\n{lines}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
