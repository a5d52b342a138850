using System.Buffers;

namespace HashMatch.Imaging;

/// <summary>Reads a stream to its end within the limits: the caller's thread waits, or none does.</summary>
/// <remarks>Of the two results exactly one is there.</remarks>
static class StreamBytes
{
    // Beyond this, a buffer is not kept for the next file.
    const int LargestPooled = 16 << 20;

    internal static (IMemoryOwner<byte>? Bytes, ImageError? Error) Read(Stream stream, DecodeOptions options)
    {
        var buffer = default(FileBytes);
        try
        {
            var known = LengthOf(stream);
            if (Failures.Exceeds(known, options) is { } tooLarge)
            {
                return (null, tooLarge);
            }

            buffer = BufferFor(known);
            while (buffer.Length != known && Advance(buffer, stream.Read(buffer.Room(known).Span), options))
            {
            }

            return Finish(buffer, options);
        }
        catch (Exception exception)
        {
            buffer?.Dispose();
            if (Failures.Of(exception) is { } error)
            {
                return (null, error);
            }

            throw;
        }
    }

    internal static async ValueTask<(IMemoryOwner<byte>? Bytes, ImageError? Error)> ReadAsync(Stream stream, DecodeOptions options,
        CancellationToken cancellation)
    {
        var buffer = default(FileBytes);
        try
        {
            var known = LengthOf(stream);
            if (Failures.Exceeds(known, options) is { } tooLarge)
            {
                return (null, tooLarge);
            }

            buffer = BufferFor(known);
            while (buffer.Length != known &&
                Advance(buffer, await stream.ReadAsync(buffer.Room(known), cancellation).ConfigureAwait(false), options))
            {
            }

            return Finish(buffer, options);
        }
        catch (Exception exception)
        {
            buffer?.Dispose();
            if (Failures.Of(exception) is { } error)
            {
                return (null, error);
            }

            throw;
        }
    }

    /// <summary>The bytes still to come; -1 if the stream does not know.</summary>
    static long LengthOf(Stream stream) => stream.CanSeek ? stream.Length - stream.Position : -1;

    static FileBytes BufferFor(long known) => new(known >= 0 ? known : 1 << 16, LargestPooled);

    /// <summary>Takes note of bytes read; false at the end of the stream, and where there are too many.</summary>
    static bool Advance(FileBytes buffer, int read, DecodeOptions options)
    {
        buffer.Advance(read);
        return read > 0 && Failures.Exceeds(buffer.Length, options) is null;
    }

    static (IMemoryOwner<byte>? Bytes, ImageError? Error) Finish(FileBytes buffer, DecodeOptions options)
    {
        if (Failures.OfLength(buffer.Length, options) is not { } error)
        {
            return (buffer, null);
        }

        buffer.Dispose();
        return (null, error);
    }
}
