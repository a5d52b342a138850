namespace HashMatch.Imaging;

/// <summary>What bounds one decode and how it is done. Immutable; change it with <c>with</c>.</summary>
public sealed record DecodeOptions
{
    /// <summary>The least pixels on a side: a hash of fewer means nothing.</summary>
    public const int MinSide = 5;

    /// <summary>The most pixels on a side, whatever <see cref="MaxPixels"/> allows.</summary>
    public const int MaxSide = 10_000_000;

    /// <summary>The defaults.</summary>
    public static DecodeOptions Default { get; } = new();

    /// <summary>The most pixels (width times height) of a picture, checked before anything is allocated for it.</summary>
    public long MaxPixels { get; init; } = 100_000_000;

    /// <summary>The most bytes of a file, checked before it is read.</summary>
    public long MaxBytes { get; init; } = 256L << 20;

    /// <summary>How long one decode may take; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no bound.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether the EXIF orientation is applied.</summary>
    public bool ApplyOrientation { get; init; } = true;

    /// <summary>
    /// Whether what is there of a truncated or corrupt picture is decoded (<see cref="DecodedImage.IsPartial"/> then says
    /// so) instead of failing. What is missing is filled with some plain colour; a file that yields nothing still fails.
    /// </summary>
    public bool Tolerant { get; init; }
}
