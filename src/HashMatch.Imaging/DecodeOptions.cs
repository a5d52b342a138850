namespace HashMatch.Imaging;

/// <summary>What bounds one decode and how it is done. Immutable; change it with <c>with</c>.</summary>
public sealed record DecodeOptions
{
    /// <summary>The defaults.</summary>
    public static DecodeOptions Default { get; } = new();

    /// <summary>The most pixels (width times height) of a picture, checked before anything is allocated for it.</summary>
    public long MaxPixels { get; init; } = 100_000_000;

    /// <summary>The most bytes of a file, checked before it is read.</summary>
    public long MaxBytes { get; init; } = 256L << 20;

    /// <summary>How long one decode may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether the EXIF orientation is applied.</summary>
    public bool ApplyOrientation { get; init; } = true;

    /// <summary>
    /// Whether what is there of a truncated picture is decoded (<see cref="DecodedImage.IsPartial"/> then says so)
    /// instead of failing with <see cref="ImageErrorCode.Truncated"/>.
    /// </summary>
    public bool Tolerant { get; init; }
}
