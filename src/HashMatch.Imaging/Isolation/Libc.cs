using System.ComponentModel;
using System.Runtime.InteropServices;

namespace HashMatch.Imaging.Isolation;

/// <summary>What decode workers and those who start them ask of Linux directly, because .NET has no call for it.</summary>
static partial class Libc
{
    // memfd_create
    internal const uint CloseOnExec = 1;
    internal const uint AllowSealing = 2;
    internal const uint NeverExecutable = 8;

    // errno
    internal const int Interrupted = 4;
    internal const int InvalidArgument = 22;

    // poll
    internal const short Readable = 1;

    // fcntl
    internal const int AddSeals = 1033;
    internal const int SealSeals = 1;
    internal const int SealShrinking = 2;
    internal const int SealGrowing = 4;

    // madvise
    internal const int Remove = 9;

    // getrlimit, setrlimit
    internal const int CoreSize = 4;
    internal const int AddressSpace = 9;

    // prctl
    internal const int SetDumpable = 4;
    internal const int SetNoNewPrivileges = 38;

    // signal
    internal const int HangUp = 1;
    internal const int Interrupt = 2;
    internal const int Quit = 3;
    internal const int Terminate = 15;
    internal const nint Ignore = 1;

    [LibraryImport("libc", EntryPoint = "memfd_create", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int CreateMemoryFile(string name, uint flags);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    internal static partial int ControlFile(int descriptor, int command, int argument);

    [LibraryImport("libc", EntryPoint = "lseek", SetLastError = true)]
    internal static partial long Seek(int descriptor, long offset, int origin);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    internal static partial int Duplicate(int descriptor, int onto);

    [LibraryImport("libc", EntryPoint = "madvise", SetLastError = true)]
    internal static partial int Advise(nint address, nuint length, int advice);

    [LibraryImport("libc", EntryPoint = "getrlimit", SetLastError = true)]
    internal static partial int GetLimit(int resource, out ResourceLimit limit);

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    internal static partial int SetLimit(int resource, in ResourceLimit limit);

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    internal static partial int ControlProcess(int option, nuint argument, nuint second = 0, nuint third = 0, nuint fourth = 0);

    [LibraryImport("libc", EntryPoint = "signal", SetLastError = true)]
    internal static partial nint HandleSignal(int signal, nint handler);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    internal static partial int Poll(ref PolledFile file, nuint count, int milliseconds);

    /// <summary>Ends the process at once, whatever its threads are at.</summary>
    [LibraryImport("libc", EntryPoint = "_exit")]
    internal static partial void Exit(int status);

    /// <summary>Says what the system has against the call before.</summary>
    /// <exception cref="IOException">It has failed.</exception>
    internal static void ThrowIf(bool hasFailed)
    {
        if (hasFailed)
        {
            throw new IOException(new Win32Exception(Marshal.GetLastPInvokeError()).Message);
        }
    }

    /// <summary>Soft and hard limit of a resource.</summary>
    internal readonly record struct ResourceLimit(ulong Soft, ulong Hard);

    /// <summary>A descriptor that is waited for; without events that is until its other end is closed.</summary>
    internal record struct PolledFile(int Descriptor, short Events, short Happened);
}
