using HashMatch.Imaging;

namespace HashMatch.Cli.Pipeline;

/// <summary>One input from path to pixels, for work on the pixels themselves. Never throws for a bad file. Thread-safe.</summary>
/// <param name="decoder">Bytes to pixels.</param>
/// <param name="options">Limits; its bytes and pixels also bound what all threads hold at once.</param>
/// <param name="pixelsOfWork">How many pixels the work on a picture of so many holds at its peak.</param>
sealed class PictureReader(IImageDecoder decoder, DecodeOptions options, Func<long, long> pixelsOfWork)
{
    readonly WorkBudget _bytes = new(options.MaxBytes);
    readonly WorkBudget _heldPixels = new(options.MaxPixels);

    /// <summary>Reads a picture and works on it.</summary>
    /// <returns>What the work gave, or why the picture could not be read.</returns>
    internal (T? Result, ImageError? Error) Read<T>(string path, Func<DecodedImage, T> work)
        where T : class
    {
        try
        {
            using var bytes = _bytes.Take(FileHasher.LengthOf(path));
            if (!ImageFile.TryRead(path, options, out var content, out var error))
            {
                return (null, error);
            }

            using (content)
            {
                if (!decoder.TryReadHeader(content.Memory, options, out var header, out error))
                {
                    return (null, error);
                }

                using var pixels = _heldPixels.Take(pixelsOfWork(header.PixelCount));
                if (!decoder.TryDecode(content.Memory, options, out var image, out error))
                {
                    return (null, error);
                }

                using (image)
                {
                    return (work(image), null);
                }
            }
        }
        catch (OutOfMemoryException)
        {
            return (null, new ImageError(ImageErrorCode.TooLarge, "There is not enough memory for this picture: lower --threads or --max-pixels."));
        }
    }
}
