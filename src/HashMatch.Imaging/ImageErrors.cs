namespace HashMatch.Imaging;

/// <summary>The failures every decoder shares, each with what to do about it.</summary>
static class ImageErrors
{
    /// <summary>The least side of a picture that can be hashed: PDQ's reference gives up below 5.</summary>
    internal const int MinSide = 5;

    /// <summary>The most pixels whatever the options say: with five bands they must fit one block of memory.</summary>
    internal const long MostPixels = 400_000_000;

    internal static ImageError Empty { get; } = new(ImageErrorCode.Empty, "The file has no bytes.");

    internal static ImageError UnsupportedFormat { get; } = new(ImageErrorCode.UnsupportedFormat,
        "The bytes are no JPEG, PNG, WebP, GIF, TIFF, BMP or AVIF: convert the file or leave it out.");

    internal static ImageError Truncated { get; } = new(ImageErrorCode.Truncated,
        "The file ends before the picture does: fetch it again, or hash what is there with the tolerant option.");

    internal static ImageError Corrupt { get; } = new(ImageErrorCode.Corrupt,
        "The file begins like an image and contradicts itself: fetch it again, or look at it with another program.");

    internal static ImageError TooSmall { get; } = new(ImageErrorCode.TooSmall,
        $"The picture has a side below {MinSide} pixels: too little for a hash.");

    internal static ImageError Timeout { get; } = new(ImageErrorCode.Timeout,
        "Decoding takes more work than is allowed for one picture.");

    internal static ImageError TooManyBytes(long limit) => new(ImageErrorCode.TooLarge,
        FormattableString.Invariant($"The file exceeds the limit of {limit} bytes."));

    internal static ImageError TooManyPixels(int width, int height, long limit) => new(ImageErrorCode.TooLarge,
        FormattableString.Invariant($"The picture of {width} x {height} pixels exceeds the limit of {limit} pixels."));

    internal static ImageError UnsupportedKind(string kind) => new(ImageErrorCode.UnsupportedFormat,
        $"The format is supported but not this kind of it: {kind}.");

    /// <summary>The failure of a picture of that size, or null when it may be decoded.</summary>
    internal static ImageError? OfSize(int width, int height, DecodeOptions options)
    {
        var limit = Math.Min(options.MaxPixels, MostPixels);
        return width < 1 || height < 1 ? Corrupt
            : (long)width * height > limit ? TooManyPixels(width, height, limit)
            : width < MinSide || height < MinSide ? TooSmall
            : null;
    }
}
