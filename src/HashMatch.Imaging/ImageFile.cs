using System.Diagnostics.CodeAnalysis;

namespace HashMatch.Imaging;

/// <summary>Reads image files whole, within the byte limit, with typed failures. Thread-safe.</summary>
public static class ImageFile
{
    /// <summary>Reads the file at <paramref name="path"/>; pipes and devices count as empty and are not waited for.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">The byte limit, checked before anything is read.</param>
    /// <param name="content">The bytes, the caller's to dispose, when true is returned.</param>
    /// <param name="error">Why there are none, when false is returned.</param>
    public static bool TryRead(string path, DecodeOptions options, [NotNullWhen(true)] out ImageContent? content,
        [NotNullWhen(false)] out ImageError? error)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        content = null;
        try
        {
            if (Directory.Exists(path))
            {
                error = new ImageError(ImageErrorCode.Io, "This is a folder that could not be listed.");
                return false;
            }

            // Pipes and devices have no length either. They must not be opened: that would wait for their other end.
            if (new FileInfo(path).Length == 0)
            {
                error = ImageErrors.Empty;
                return false;
            }

            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.SequentialScan);
            return TryRead(stream, options, out content, out error);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            error = new ImageError(ImageErrorCode.NotFound, "There is no such file.");
        }
        catch (UnauthorizedAccessException)
        {
            error = new ImageError(ImageErrorCode.AccessDenied, "The file may not be read by this user.");
        }
        catch (IOException)
        {
            error = new ImageError(ImageErrorCode.Io, "The operating system could not deliver the bytes: try again.");
        }

        return false;
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">Left open.</param>
    /// <param name="options">The byte limit; of a longer stream one byte more is read, to know.</param>
    /// <param name="content">The bytes, the caller's to dispose, when true is returned.</param>
    /// <param name="error">Why there are none, when false is returned.</param>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public static bool TryRead(Stream stream, DecodeOptions options, [NotNullWhen(true)] out ImageContent? content,
        [NotNullWhen(false)] out ImageError? error)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        content = null;
        error = ImageErrors.TooManyBytes(options.MaxBytes);
        var limit = Math.Min(options.MaxBytes, Array.MaxLength);
        var expected = stream.CanSeek ? stream.Length - stream.Position : 1 << 16;
        if (expected > limit)
        {
            return false;
        }

        // One more byte than expected shows the end without another buffer, also when the file grows meanwhile.
        var buffer = PixelMemory.Rent((int)expected + 1);
        var length = 0;
        try
        {
            while (true)
            {
                var read = stream.Read(buffer.Memory.Span[length..]);
                length += read;
                if (read == 0)
                {
                    break;
                }

                if (length > limit)
                {
                    return false;
                }

                if (length == buffer.Memory.Length)
                {
                    var larger = PixelMemory.Rent((int)Math.Min(2L * length, limit + 1));
                    buffer.Memory.Span[..length].CopyTo(larger.Memory.Span);
                    buffer.Dispose();
                    buffer = larger;
                }
            }

            if (length == 0)
            {
                error = ImageErrors.Empty;
                return false;
            }

            content = new ImageContent(buffer, length);
            error = null;
            return true;
        }
        finally
        {
            if (content is null)
            {
                buffer.Dispose();
            }
        }
    }
}
