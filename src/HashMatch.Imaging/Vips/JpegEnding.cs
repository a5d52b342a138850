using HashMatch.Imaging.Pixels;
using HashMatch.Imaging.Structures;

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

    /// <summary>The mid-grey that the decoder fills missing blocks with, in every channel.</summary>
    public const byte Filling = 128;

    /// <summary>Decodes a file made up for the question; null when there is a picture.</summary>
    public delegate ImageError? Decode(byte[] file, out RawPicture picture);

    /// <summary>
    /// Null when no pixel is missing at the bottom; truncation when any is and the end marker too, or a row of blocks or
    /// more; else what kept the question from being answered: lack of time or memory is no property of the file.
    /// </summary>
    public static ImageError? Check(Decode decode, ReadOnlySpan<byte> bytes, in ImageStructure structure,
        in RawPicture picture, bool isDamaged)
    {
        if (!structure.LacksTrailer && !EndsInFilling(picture))
        {
            return null;
        }

        // Two probes of opposite bits: whatever the missing bits were, one of them differs.
        return isDamaged
            ? Failures.Truncated(ImageFormat.Jpeg)
            : Compare(decode, bytes, structure, picture, 0x55) ?? Compare(decode, bytes, structure, picture, 0xAA);
    }

    static bool EndsInFilling(in RawPicture picture)
    {
        var rows = Math.Min(8, picture.Height) * picture.Width * picture.PixelSize;
        return !picture.Pixels.GetSpan()[^rows..].ContainsAnyExcept(Filling);
    }

    static ImageError? Compare(Decode decode, ReadOnlySpan<byte> bytes, in ImageStructure structure, in RawPicture picture,
        byte probe)
    {
        var filler = new byte[ProbeLength];
        filler.AsSpan().Fill(probe);
        var used = bytes[..structure.UsedLength];
        // A last FF is half of the end marker or half of a data byte; taken for data, it does no harm.
        ReadOnlySpan<byte> stuffing = used[^1] == 0xFF ? [0] : [];
        if (decode([.. used, .. stuffing, .. filler, 0xFF, 0xD9], out var probed) is { } error)
        {
            return VipsDecoder.DependsOnMachine(error) ? error : Failures.Truncated(ImageFormat.Jpeg);
        }

        var isSame = probed.Pixels.GetSpan().SequenceEqual(picture.Pixels.GetSpan());
        probed.Pixels.Release();
        return isSame ? null : Failures.Truncated(ImageFormat.Jpeg);
    }
}
