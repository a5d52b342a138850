using System.Buffers.Binary;

namespace HashMatch.Imaging.Structures;

/// <summary>Walks a JPEG's markers: size, orientation, whether the end is there, and how often its blocks are visited.</summary>
/// <remarks>
/// A few bytes buy a whole pass over all blocks in a progressive JPEG, and the native decoder cannot be interrupted while
/// it makes them, so the passes are counted here first.
/// </remarks>
static class JpegStructure
{
    // Encoders make about ten; one scan for every bit of every coefficient is no picture but a trap.
    const int MaxScans = 500;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out ImageStructure structure, out ImageError? error)
    {
        error = null;
        structure = default;
        var frame = new JpegFrame();
        var at = 2;
        var sawEnd = false;
        var used = bytes.Length;
        while (JpegMarkers.TryNext(bytes, ref at, out var marker))
        {
            if (marker == 0xD9)
            {
                sawEnd = true;
                used = at - 2;
                break;
            }

            if (marker == 0xD8 && frame.Scans > 0)
            {
                // Another file behind this one, which lacks its end.
                used = at - 2;
                break;
            }

            if (marker is 0x01 or (>= 0xD0 and <= 0xD8))
            {
                continue;
            }

            if (at + 2 > bytes.Length)
            {
                break;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
            if (length < 2)
            {
                error = Failures.Corrupt(ImageFormat.Jpeg, "a segment of impossible length");
                return false;
            }

            if (at + length > bytes.Length)
            {
                frame.IsCutInSegment = true;
                break;
            }

            var body = bytes.Slice(at + 2, length - 2);
            at += length;
            if (!frame.TryTake(marker, body))
            {
                error = Failures.Corrupt(ImageFormat.Jpeg, "a malformed frame or scan header");
                return false;
            }

            if (frame.IsUnusual)
            {
                error = Failures.Unsupported("a JPEG of an unusual kind (hierarchical, or not of 8 bits)");
                return false;
            }

            if (marker == 0xDA)
            {
                JpegMarkers.SkipEntropyCoded(bytes, ref at);
            }
        }

        if (frame.Width == 0 || frame.Height == 0)
        {
            if (sawEnd || frame.Precision != 0)
            {
                error = Failures.Corrupt(ImageFormat.Jpeg, "it has no picture size");
            }

            return false;
        }

        structure = new ImageStructure(frame.Width, frame.Height)
        {
            Orientation = frame.Orientation,
            IsCut = !sawEnd && (frame.Scans == 0 || frame.IsCutInSegment || !frame.IsRefined),
            LacksTrailer = !sawEnd,
            UsedLength = used,
            // The decoder needs twice the bytes for coefficients when a picture comes in several scans.
            BytesPerPixel = 4,
            Work = frame.Visits * frame.Width * frame.Height,
            Excess = frame.Scans > MaxScans ? "The JPEG is cut into more scans than any encoder makes"
                // The native code draws the same line for both directions.
                : Math.Max(frame.Width, frame.Height) > ImageEncoder.MaxJpegSide ? $"The JPEG has a side of more than {ImageEncoder.MaxJpegSide} pixels"
                : null,
        };
        return true;
    }
}
