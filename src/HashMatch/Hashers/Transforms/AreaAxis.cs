namespace HashMatch.Hashers.Transforms;

/// <summary>One axis shared out in 512 equal parts, and how much of each pixel falls to which part.</summary>
/// <remarks>
/// Part i is the stretch from i * length / 512 to (i + 1) * length / 512. All shares are multiples of 1/512 pixel, which
/// binary32 holds exactly; a pixel wholly inside a part counts 1, and the shares of a part add up to <see cref="PartLength"/>.
/// Where there are fewer than 512 pixels a part lies in one pixel or across two.
/// </remarks>
readonly struct AreaAxis(int length)
{
    /// <summary>Parts on each axis.</summary>
    internal const int PartCount = 512;

    /// <summary>Pixels along the axis.</summary>
    internal int Length => length;

    /// <summary>A part's length in pixels.</summary>
    internal float PartLength => (float)length / PartCount;

    /// <summary>The first pixel of a part.</summary>
    internal int First(int part) => (int)((long)part * length / PartCount);

    /// <summary>The pixel after the last one of a part.</summary>
    internal int End(int part) => (int)((((long)part + 1) * length + PartCount - 1) / PartCount);

    /// <summary>How much of a pixel falls to a part that touches it, above 0, at most 1.</summary>
    internal float Share(int part, int pixel)
    {
        var start = Math.Max((long)part * length, (long)pixel * PartCount);
        var end = Math.Min(((long)part + 1) * length, ((long)pixel + 1) * PartCount);
        return (float)(end - start) / PartCount;
    }
}
