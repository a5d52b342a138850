using System.Diagnostics;
using System.Globalization;

namespace HashMatch.Cli.Tests;

/// <summary>A file system of a few kilobytes, in memory; where none may be mounted the test is skipped and says so.</summary>
sealed class SmallDisk : IDisposable
{
    readonly string _folder;

    SmallDisk(string folder) => _folder = folder;

    internal static SmallDisk Mount(string folder, int kilobytes)
    {
        Directory.CreateDirectory(folder);
        Assert.SkipUnless(OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", Size(kilobytes), "tmpfs", folder),
            "Needs the right to mount a small file system (Linux, root).");
        return new SmallDisk(folder);
    }

    internal void Grow(int kilobytes) => Assert.True(Run("mount", "-o", "remount," + Size(kilobytes), _folder));

    public void Dispose() => Run("umount", _folder);

    static string Size(int kilobytes) => string.Create(CultureInfo.InvariantCulture, $"size={kilobytes}k");

    static bool Run(string command, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(command, args) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
