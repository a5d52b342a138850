using System.Runtime.Versioning;
using HashMatch.Storage;

namespace HashMatch.Lists;

/// <summary>Puts a list file in its place whole: a reader finds the old file or the new one.</summary>
public static class ListFile
{
    /// <summary>Writes a file beside its place, flushes it to the disk and renames it.</summary>
    /// <param name="path">
    /// The file; an older one is replaced at the end, by one of its permission bits where the system has such; owner, group
    /// and access lists are those of a new file. What a link leads to is replaced, not the link.
    /// </param>
    /// <param name="write">Writes it; if this throws, an older file stays as it is.</param>
    /// <exception cref="IOException">The file could not be written, or is no ordinary file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static T Replace<T>(string path, Func<Stream, T> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);

        var file = FilePlace.Find(path);
        var temporary = $"{file.FullName}.{Path.GetRandomFileName()}.tmp";
        try
        {
            T result;
            FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 1 << 16 };
            if (!OperatingSystem.IsWindows() && file.Exists)
            {
                // From the first byte on, since lists hold hashes that may not be everyone's to read.
                options.UnixCreateMode = file.UnixFileMode;
            }

            using (FileStream stream = new(temporary, options))
            {
                result = write(stream);
                stream.Flush(flushToDisk: true);
                if (options.UnixCreateMode is { } mode && !OperatingSystem.IsWindows())
                {
                    SetMode(stream, mode);
                }
            }

            File.Move(temporary, file.FullName, overwrite: true);
            return result;
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>What the process masks from new files, an older one may have had. Some file systems have no say in it.</summary>
    [UnsupportedOSPlatform("windows")]
    static void SetMode(FileStream stream, UnixFileMode mode)
    {
        try
        {
            if (File.GetUnixFileMode(stream.SafeFileHandle) != mode)
            {
                File.SetUnixFileMode(stream.SafeFileHandle, mode);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has what the system gave it, which is no more than was asked for.
        }
    }
}
