namespace HashMatch.Imaging;

/// <summary>Pictures from paths, streams or bytes to pixels, within budgets that all threads share. Never throws for a bad file. Thread-safe.</summary>
/// <param name="decoder">Bytes to pixels.</param>
/// <param name="options">Limits; its bytes and pixels also bound what all threads hold at once.</param>
/// <param name="pixelsOfWork">How many pixels the work on a picture of so many holds at its peak; those of the picture unless given.</param>
sealed class PictureReader(IImageDecoder decoder, DecodeOptions options, Func<long, long>? pixelsOfWork = null)
{
    // One file of the largest size, one stream, and one picture, whatever the number of threads. Bytes are taken before
    // pixels. Files and streams share no budget: a stream that was read waits for a thread, and no thread may wait for it.
    readonly WorkBudget _files = new(options.MaxBytes);
    readonly WorkBudget _streams = new(options.MaxBytes);
    readonly WorkBudget _pixels = new(options.MaxPixels);

    /// <summary>Reads a picture from a file and works on it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="work">Gets the picture, for as long as it runs.</param>
    /// <param name="needsPicture">Gets the file's bytes first, and may say that they are enough.</param>
    /// <param name="onHeader">Gets what the file says of itself, before it is decoded.</param>
    /// <param name="length">The file's length, where it was looked at already.</param>
    /// <returns>Why it could not be read; null if it was, or was not needed.</returns>
    internal ImageError? Read(
        string path, Action<DecodedImage> work, Func<ReadOnlyMemory<byte>, bool>? needsPicture = null, Action<ImageHeader>? onHeader = null,
        long? length = null)
    {
        using var lease = _files.Take(length ?? LengthOf(path));
        if (!ImageFile.TryRead(path, options, out var content, out var error))
        {
            return error;
        }

        using (content)
        {
            return Read(content.Memory, work, needsPicture, onHeader);
        }
    }

    /// <summary>Reads a picture from bytes that the caller holds, and works on it.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="work">Gets the picture, for as long as it runs.</param>
    /// <param name="needsPicture">Gets the bytes first, and may say that they are enough.</param>
    /// <param name="onHeader">Gets what the file says of itself, before it is decoded.</param>
    /// <returns>Why it could not be read; null if it was, or was not needed.</returns>
    internal ImageError? Read(
        ReadOnlyMemory<byte> bytes, Action<DecodedImage> work, Func<ReadOnlyMemory<byte>, bool>? needsPicture = null, Action<ImageHeader>? onHeader = null)
    {
        try
        {
            return Failures.OfLength(bytes.Length, options) ??
                (needsPicture?.Invoke(bytes) == false ? null : Decode(bytes, work, onHeader));
        }
        catch (OutOfMemoryException)
        {
            // A picture's memory is asked for in one piece, so that picture fails, and the others go on.
            return Failures.NoMemory;
        }
    }

    /// <summary>Brings a stream into memory, for as long as the result is not disposed.</summary>
    /// <param name="stream">From where it stands to its end.</param>
    /// <param name="mostBytes">The most it may have, if that is less than the limit: also what it counts as until it is read.</param>
    internal LoadedStream Load(Stream stream, long? mostBytes)
    {
        var limits = LimitsOf(mostBytes);
        var lease = _streams.Take(LengthOf(stream, limits));
        try
        {
            var (content, error) = StreamBytes.Read(stream, limits);
            return new LoadedStream(content, error, lease);
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    /// <summary>The same without holding a thread meanwhile.</summary>
    internal async ValueTask<LoadedStream> LoadAsync(Stream stream, long? mostBytes, CancellationToken cancellation)
    {
        var limits = LimitsOf(mostBytes);
        var lease = await _streams.TakeAsync(LengthOf(stream, limits), cancellation).ConfigureAwait(false);
        try
        {
            var (content, error) = await StreamBytes.ReadAsync(stream, limits, cancellation).ConfigureAwait(false);
            return new LoadedStream(content, error, lease);
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    ImageError? Decode(ReadOnlyMemory<byte> bytes, Action<DecodedImage> work, Action<ImageHeader>? onHeader)
    {
        if (!decoder.TryReadHeader(bytes, options, out var header, out var error))
        {
            return error;
        }

        onHeader?.Invoke(header);
        using var lease = _pixels.Take(pixelsOfWork?.Invoke(header.PixelCount) ?? header.PixelCount);
        if (!decoder.TryDecode(bytes, options, out var image, out error))
        {
            return error;
        }

        using (image)
        {
            work(image);
            return null;
        }
    }

    DecodeOptions LimitsOf(long? mostBytes) =>
        mostBytes < options.MaxBytes ? options with { MaxBytes = mostBytes.Value } : options;

    /// <summary>The bytes reading will hold; 0 for what will not be read at all.</summary>
    static long LengthOf(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return (file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true)) is FileInfo { Exists: true } target
                ? target.Length
                : 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Reading it says why.
            return 0;
        }
    }

    static long LengthOf(Stream stream, DecodeOptions limits)
    {
        try
        {
            return stream.CanSeek ? Math.Max(stream.Length - stream.Position, 0) : limits.MaxBytes;
        }
        catch (IOException)
        {
            // Reading it says why.
            return 0;
        }
    }
}
