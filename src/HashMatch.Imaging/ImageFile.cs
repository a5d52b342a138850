using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace HashMatch.Imaging;

/// <summary>Brings the bytes of a file or stream into memory, within the limits, as a typed failure where that fails.</summary>
public static class ImageFile
{
    // Beyond this, a buffer is not kept for the next file.
    const int LargestPooled = 16 << 20;

    // One less than an array holds, so that the byte too many has room to be noticed.
    static readonly long s_most = Array.MaxLength - 1;

    /// <summary>Reads a whole file.</summary>
    /// <remarks>
    /// Only ordinary files are opened: a pipe, device or socket has no length and is refused unopened, so that it cannot
    /// block. A link is followed. Of a file that grows meanwhile, the bytes it had at the beginning are read.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <param name="options">Its <see cref="DecodeOptions.MaxBytes"/> bounds the file before memory is allocated.</param>
    /// <param name="bytes">Exactly the file's bytes, the caller's to dispose, when true is returned.</param>
    /// <param name="error">Why there are none, when false is returned.</param>
    public static bool TryRead(string path, DecodeOptions options, [NotNullWhen(true)] out IMemoryOwner<byte>? bytes,
        [NotNullWhen(false)] out ImageError? error)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        bytes = null;
        try
        {
            error = Check(path, options, out var target);
            if (error is not null)
            {
                return false;
            }

            using var file = new FileStream(target, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete,
                bufferSize: 0, FileOptions.SequentialScan);
            return TryRead(file, options, out bytes, out error);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // A path no file can have: a forbidden character.
            error = Failures.NotFound;
            return false;
        }
        catch (Exception exception) when (ToError(exception) is { } known)
        {
            error = known;
            return false;
        }
    }

    /// <summary>Reads a stream from where it stands to its end.</summary>
    /// <param name="stream">Any readable stream; it is not closed. One that never delivers is the caller's to cancel.</param>
    /// <param name="options">Its <see cref="DecodeOptions.MaxBytes"/> bounds what is read.</param>
    /// <param name="bytes">Exactly the stream's bytes, the caller's to dispose, when true is returned.</param>
    /// <param name="error">Why there are none, when false is returned.</param>
    /// <exception cref="NotSupportedException">The stream cannot be read.</exception>
    public static bool TryRead(Stream stream, DecodeOptions options, [NotNullWhen(true)] out IMemoryOwner<byte>? bytes,
        [NotNullWhen(false)] out ImageError? error)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        bytes = null;
        var buffer = default(FileBytes);
        try
        {
            var known = stream.CanSeek ? stream.Length - stream.Position : -1;
            error = Exceeds(known, options);
            if (error is null)
            {
                buffer = new FileBytes(known >= 0 ? known : 1 << 16, LargestPooled);
                error = Fill(stream, buffer, known, options);
            }
        }
        catch (Exception exception) when (ToError(exception) is { } typed)
        {
            error = typed;
        }

        if (error is not null)
        {
            buffer?.Dispose();
            return false;
        }

        bytes = buffer!;
        return true;
    }

    static ImageError? Fill(Stream stream, FileBytes buffer, long known, DecodeOptions options)
    {
        while (buffer.Length != known)
        {
            var read = stream.Read(buffer.Room(known));
            if (read == 0)
            {
                break;
            }

            buffer.Advance(read);
            if (Exceeds(buffer.Length, options) is { } tooLarge)
            {
                return tooLarge;
            }
        }

        return buffer.Length == 0 ? Failures.Empty : null;
    }

    static ImageError? Check(string path, DecodeOptions options, out string target)
    {
        var info = new FileInfo(path);
        if (info.LinkTarget is not null && info.ResolveLinkTarget(returnFinalTarget: true) is { } final)
        {
            info = new FileInfo(final.FullName);
        }

        target = info.FullName;
        if (Directory.Exists(target))
        {
            return Failures.IsFolder;
        }

        if (!info.Exists)
        {
            // What lies in a closed folder does not exist either, as far as that property goes; this says why.
            _ = File.GetAttributes(target);
            return Failures.NotFound;
        }

        return info.Length == 0 || info.Attributes.HasFlag(FileAttributes.Device) ? Failures.Empty
            : Exceeds(info.Length, options);
    }

    static ImageError? Exceeds(long length, DecodeOptions options)
    {
        var most = Math.Min(options.MaxBytes, s_most);
        return length > most ? Failures.TooLargeFile(most) : null;
    }

    static ImageError? ToError(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException or DriveNotFoundException => Failures.NotFound,
        UnauthorizedAccessException or System.Security.SecurityException => Failures.AccessDenied,
        PathTooLongException => Failures.NotFound,
        IOException => Failures.Io,
        OutOfMemoryException => Failures.NoMemory,
        _ => null,
    };
}
