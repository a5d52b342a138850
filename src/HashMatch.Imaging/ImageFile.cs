using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace HashMatch.Imaging;

/// <summary>Brings the bytes of a file or stream into memory, within the limits, as a typed failure where that fails.</summary>
public static class ImageFile
{
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
        catch (Exception exception) when (Failures.Of(exception) is { } known)
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
        (bytes, error) = StreamBytes.Read(stream, options);
        return error is null;
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
            : Failures.Exceeds(info.Length, options);
    }
}
