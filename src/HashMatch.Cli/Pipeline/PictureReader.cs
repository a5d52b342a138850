using HashMatch.Imaging;

namespace HashMatch.Cli.Pipeline;

/// <summary>One input from path to pixels, within a budget that all threads share. Never throws for a bad file. Thread-safe.</summary>
/// <param name="decoder">Bytes to pixels.</param>
/// <param name="options">Limits; its bytes and pixels also bound what all threads hold at once.</param>
/// <param name="pixelsOfWork">How many pixels the work on a picture of so many holds at its peak; those of the picture unless given.</param>
sealed class PictureReader(IImageDecoder decoder, DecodeOptions options, Func<long, long>? pixelsOfWork = null)
{
    // One file of the largest size, and one picture, whatever the number of threads. Bytes are always taken first.
    readonly WorkBudget _bytes = new(options.MaxBytes);
    readonly WorkBudget _pixels = new(options.MaxPixels);

    /// <summary>What to say when memory ran out: a picture's is asked for in one piece, so that picture fails, and the run goes on.</summary>
    internal static ImageError NoMemory { get; } =
        new(ImageErrorCode.TooLarge, "There is not enough memory for this picture: lower --threads or --max-pixels.");

    /// <summary>Reads a picture and works on it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="work">Gets the picture, for as long as it runs.</param>
    /// <param name="needsPicture">Gets the file's bytes first, and may say that they are enough.</param>
    /// <param name="onHeader">Gets what the file says of itself, before it is decoded.</param>
    /// <param name="length">The file's length, where it was looked at already.</param>
    /// <returns>Why it could not be read; null if it was, or was not needed.</returns>
    /// <exception cref="OutOfMemoryException">See <see cref="NoMemory"/>.</exception>
    internal ImageError? Read(
        string path, Action<DecodedImage> work, Func<ReadOnlyMemory<byte>, bool>? needsPicture = null, Action<ImageHeader>? onHeader = null,
        long? length = null)
    {
        using var bytes = _bytes.Take(length ?? LengthOf(path));
        if (!ImageFile.TryRead(path, options, out var content, out var error))
        {
            return error;
        }

        using (content)
        {
            if (needsPicture is not null && !needsPicture(content.Memory))
            {
                return null;
            }

            if (!decoder.TryReadHeader(content.Memory, options, out var header, out error))
            {
                return error;
            }

            onHeader?.Invoke(header);
            using var pixels = _pixels.Take(pixelsOfWork?.Invoke(header.PixelCount) ?? header.PixelCount);
            if (!decoder.TryDecode(content.Memory, options, out var image, out error))
            {
                return error;
            }

            using (image)
            {
                work(image);
                return null;
            }
        }
    }

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
}
