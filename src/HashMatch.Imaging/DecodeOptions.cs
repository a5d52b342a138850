namespace HashMatch.Imaging;

/// <summary>What bounds one decode and how it is done. Immutable; change it with <c>with</c>.</summary>
/// <remarks>A negative limit throws <see cref="ArgumentOutOfRangeException"/> where it is set, not where it is used.</remarks>
public sealed record DecodeOptions
{
    /// <summary>The least pixels on a side: a hash of fewer means nothing.</summary>
    public const int MinSide = 5;

    /// <summary>The most pixels on a side, whatever <see cref="MaxPixels"/> allows.</summary>
    public const int MaxSide = 10_000_000;

    /// <summary>The defaults.</summary>
    public static DecodeOptions Default { get; } = new();

    /// <summary>
    /// The most pixels (width times height) of a picture, checked before anything is allocated for it; 0 refuses every
    /// picture. What a pixel costs while it is decoded is told at <see cref="ImageDecoder"/>.
    /// </summary>
    public long MaxPixels { get; init => field = NotNegative(value, nameof(MaxPixels)); } = 100_000_000;

    /// <summary>
    /// The most bytes of a file, checked before it is read; 0 refuses every file. No file of more than 2 GiB less some 128 KiB
    /// is read, however high this is set.
    /// </summary>
    public long MaxBytes { get; init => field = NotNegative(value, nameof(MaxBytes)); } = 256L << 20;

    /// <summary>
    /// How long decoding one picture may take, reading and hashing it not counted. <see cref="TimeSpan.Zero"/> lets none be
    /// decoded: each that gets past the other checks is <see cref="ImageErrorCode.Timeout"/>.
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> sets no bound, nor does a span of <see cref="int.MaxValue"/>
    /// milliseconds (24 days) or more; any other negative one is refused.
    /// </summary>
    /// <remarks>
    /// The clock is looked at between rows of the result. Some work cannot be interrupted and makes the answer come late:
    /// AVIF, WebP and GIF are decoded whole before the first row, interlaced PNG and progressive JPEG gather all their
    /// passes first, and BMP is decoded in one go. <see cref="MaxPixels"/> is what bounds those: on a server of two cores,
    /// 100 megapixels took AVIF 2 to 6 s (with 0.2 to 23 MB of file), WebP, GIF and interlaced PNG 2 s, progressive JPEG
    /// 1 s and BMP 0.3 s.
    /// </remarks>
    public TimeSpan Timeout { get; init => field = NotNegative(value); } = TimeSpan.FromSeconds(15);

    /// <summary>Whether the EXIF orientation is applied.</summary>
    public bool ApplyOrientation { get; init; } = true;

    /// <summary>
    /// Whether what is there of a truncated or corrupt picture is decoded (<see cref="DecodedImage.IsPartial"/> then says
    /// so) instead of failing. What is missing is filled with some plain colour; a file that yields nothing still fails.
    /// </summary>
    public bool Tolerant { get; init; }

    /// <summary>
    /// The short side, in pixels, that is enough: a decoder may shrink a larger picture while it decodes, if that is faster,
    /// but never below it. 0, the default, asks for every pixel. A wish, not an order: a decoder that ignores it is right, only
    /// slower. Limits hold for the whole picture all the same.
    /// </summary>
    public int SufficientSide { get; init => field = (int)NotNegative(value, nameof(SufficientSide)); }

    static long NotNegative(long value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value, name);
        return value;
    }

    static TimeSpan NotNegative(TimeSpan value)
    {
        if (value != System.Threading.Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero, nameof(Timeout));
        }

        return value;
    }
}
