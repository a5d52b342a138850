using System.Runtime.InteropServices;

namespace HashMatch.Storage;

/// <summary>Where a file is written whole: what a link leads to, not the link, and nothing that is no ordinary file.</summary>
static partial class FilePlace
{
    const int CurrentFolder = -100;

    const uint KindAlone = 1;

    const int KindMask = 0xF000;

    const int Ordinary = 0x8000;

    /// <summary>The file to be replaced or made.</summary>
    /// <exception cref="IOException">There is a folder, a device, a pipe or a socket.</exception>
    internal static FileInfo Find(string path)
    {
        FileInfo file = new(path);
        if (Directory.Exists(path) || (file.Exists && file.Attributes.HasFlag(FileAttributes.Device)) || IsSpecial(path))
        {
            throw new IOException($"'{path}' is no ordinary file.");
        }

        return file.LinkTarget is null ? file : (FileInfo?)file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
    }

    /// <summary>Whether Linux has something there that is no ordinary file: the runtime's attributes do not tell.</summary>
    static bool IsSpecial(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            return StatX(CurrentFolder, path, 0, KindAlone, out var status) == 0 && (status.Mode & KindMask) != Ordinary;
        }
        catch (EntryPointNotFoundException)
        {
            // A C library from before 2018.
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int folder, string path, int flags, uint wanted, out FileStatus status);

    /// <summary>The same on every architecture.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    struct FileStatus
    {
        [FieldOffset(28)]
        internal ushort Mode;
    }
}
