namespace HashMatch.Hashers.Transforms;

/// <summary>One axis shared out in 512 equal parts, and how much of each pixel falls to which part.</summary>
/// <remarks>
/// <para>Part i is the stretch from (i - 1) * length / 512 to i * length / 512, and part 0 the same as part 1: the picture moves
/// on by one part. PDQ's filters look ahead by a pixel and a half where the axis has 512 pixels, by less of the picture where
/// it has more, so without the move this would lie further from the hash of the large picture: 12 bits instead of 3.</para>
/// <para>All shares are multiples of 1/512 pixel, which binary32 holds exactly; a pixel wholly inside a part counts 1, and the
/// shares of a part add up to <see cref="PartLength"/>. Where there are fewer than 512 pixels a part lies in one pixel or
/// across two.</para>
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
    internal int First(int part) => (int)(Start(part) / PartCount);

    /// <summary>The pixel after the last one of a part.</summary>
    internal int End(int part) => (int)((Start(part) + length + PartCount - 1) / PartCount);

    /// <summary>How much of a pixel falls to a part that touches it, above 0, at most 1.</summary>
    internal float Share(int part, int pixel)
    {
        var start = Math.Max(Start(part), (long)pixel * PartCount);
        var end = Math.Min(Start(part) + length, ((long)pixel + 1) * PartCount);
        return (float)(end - start) / PartCount;
    }

    /// <summary>What the mirrored picture is averaged to, from what the picture was.</summary>
    /// <remarks>
    /// Mirrored, a picture moves the other way, so this is no mere mirroring. Its first two parts would be the picture's last
    /// stretch, which moved out; the one beside it stands in for it.
    /// </remarks>
    internal static void Mirror(ReadOnlySpan<float> plane, Span<float> mirrored, bool columns, bool rows)
    {
        for (var y = 0; y < PartCount; y++)
        {
            var from = plane.Slice((rows ? Opposite(y) : y) * PartCount, PartCount);
            var to = mirrored.Slice(y * PartCount, PartCount);
            for (var x = 0; x < PartCount; x++)
            {
                to[x] = from[columns ? Opposite(x) : x];
            }
        }
    }

    static int Opposite(int part) => Math.Min(PartCount + 1 - part, PartCount - 1);

    // In 1/512 pixels.
    long Start(int part) => Math.Max(part - 1L, 0) * length;
}
