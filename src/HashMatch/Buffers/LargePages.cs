using System.Runtime.InteropServices;

namespace HashMatch.Buffers;

/// <summary>Asks the system to back a large allocation with 2 MiB pages: random probes then miss the TLB far less.</summary>
static partial class LargePages
{
    /// <summary>The size and alignment of such a page on every system asked.</summary>
    public const nuint Size = 2 << 20;

    const int AdviseHugePage = 14;

    /// <summary>A hint before first use; where it is not known or not granted nothing changes but speed.</summary>
    public static void Advise(nint address, nuint bytes)
    {
        if (bytes >= Size && OperatingSystem.IsLinux())
        {
            _ = MAdvise(address, bytes, AdviseHugePage);
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int MAdvise(nint address, nuint length, int advice);
}
