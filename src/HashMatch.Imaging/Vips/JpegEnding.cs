using HashMatch.Imaging.Pixels;
using HashMatch.Imaging.Structures;
using NetVips;

namespace HashMatch.Imaging.Vips;

/// <summary>Finds out whether a decoded JPEG's data lasted to its last pixel.</summary>
/// <remarks>
/// The decoder fills what is missing with mid-grey, and its warning goes unseen when that happens in its last strip. So
/// where there is suspicion, bytes are put between the data and the end marker: a decoder that had all pixels skips them,
/// one that ran out paints with them.
/// </remarks>
static class JpegEnding
{
    const int ProbeLength = 64;
    const byte Filling = 128;

    /// <summary>
    /// Whether pixels are missing at the bottom: any where the end marker is missing too, else a row of blocks or more.
    /// </summary>
    public static bool RanOut(Attempt load, ReadOnlySpan<byte> bytes, in ImageStructure structure, in RawPicture picture,
        bool isDamaged)
    {
        if (!structure.LacksTrailer && !EndsInFilling(picture))
        {
            return false;
        }

        // Two probes of opposite bits: whatever the missing bits were, one of them differs.
        return isDamaged
            || Differs(load, bytes, structure, picture, 0x55)
            || Differs(load, bytes, structure, picture, 0xAA);
    }

    static bool EndsInFilling(in RawPicture picture)
    {
        var rows = Math.Min(8, picture.Height) * picture.Width * picture.PixelSize;
        return !picture.Pixels.GetSpan()[^rows..].ContainsAnyExcept(Filling);
    }

    static bool Differs(Attempt load, ReadOnlySpan<byte> bytes, in ImageStructure structure, in RawPicture picture, byte probe)
    {
        var filler = new byte[ProbeLength];
        filler.AsSpan().Fill(probe);
        var used = bytes[..structure.UsedLength];
        // A last FF is half of the end marker or half of a data byte; taken for data, it does no harm.
        ReadOnlySpan<byte> stuffing = used[^1] == 0xFF ? [0] : [];
        if (!load.TryRun([.. used, .. stuffing, .. filler, 0xFF, 0xD9], Enums.FailOn.Error, out var probed, out _))
        {
            return true;
        }

        var isSame = probed.Pixels.GetSpan().SequenceEqual(picture.Pixels.GetSpan());
        probed.Pixels.Release();
        return !isSame;
    }
}
