using System.Diagnostics;

namespace HashMatch.Tests.Shared;

/// <summary>A pipe that has a name among files, where the system has such.</summary>
static class NamedPipe
{
    internal static async Task MakeAsync(string path)
    {
        var (exitCode, _, error) = await ProgramRun.OfAsync(new ProcessStartInfo("mkfifo", [path]));
        Assert.True(exitCode == 0, error);
    }
}
