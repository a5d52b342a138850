using System.Collections;
using System.Diagnostics;

namespace HashMatch.Packages.Tests;

/// <summary>Runs the SDK and programs as a user's shell would.</summary>
static class Sdk
{
    /// <summary>Packages do not depend on the processor, so one pass of several over instruction sets is enough.</summary>
    internal static void SkipWhereAnotherPassTests() =>
        Assert.SkipWhen(Variables().Any(name => name.StartsWith("DOTNET_Enable", StringComparison.Ordinal)),
            "Tested in the pass with all instruction sets: packing and installing do not depend on them.");

    /// <summary>Runs the SDK and expects it to succeed.</summary>
    internal static async Task<string> RunAsync(string folder, params string[] args)
    {
        var (exitCode, output, error) = await TryAsync(folder, "dotnet", args);
        Assert.True(exitCode == 0, $"dotnet {string.Join(' ', args)}\n{output}{error}");
        return output;
    }

    /// <summary>Runs a program to its end.</summary>
    internal static async Task<(int ExitCode, string Output, string Error)> TryAsync(string folder, string program, params string[] args)
    {
        ProcessStartInfo start = new(program, args) { WorkingDirectory = folder };
        // A test runner is a child of the SDK and has paths of its own; servers would outlive the test.
        foreach (var name in Variables().Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)))
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        var (exitCode, output, error) = await ProgramRun.OfAsync(start);
        return (exitCode, output.ReplaceLineEndings("\n"), error);
    }

    static IEnumerable<string> Variables() => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => (string)entry.Key);
}
