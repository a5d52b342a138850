using System.Buffers.Binary;

namespace HashMatch.Imaging.Structures;

/// <summary>Walks a GIF's blocks to the end of the first frame, which is all that is decoded.</summary>
static class GifStructure
{
    public static bool TryRead(ReadOnlySpan<byte> bytes, out ImageStructure structure, out ImageError? error)
    {
        structure = default;
        error = null;
        if (bytes.Length < 13)
        {
            return false;
        }

        long width = BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]);
        long height = BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
        var at = 13 + ColourTableLength(bytes[10]);
        while (at < bytes.Length)
        {
            var block = bytes[at];
            if (block == 0x21)
            {
                at += 2;
                if (!TrySkipSubBlocks(bytes, ref at))
                {
                    break;
                }
            }
            else if (block == 0x2C)
            {
                return TryReadFrame(bytes, at, width, height, out structure);
            }
            else if (block == 0x3B)
            {
                error = Failures.Corrupt(ImageFormat.Gif, "it has no frame");
                return false;
            }
            else
            {
                // Decoders skip a stray byte between blocks.
                at++;
            }
        }

        structure = new ImageStructure(width, height) { IsCut = true };
        return width > 0 && height > 0;
    }

    /// <summary>
    /// Whether the frame's data lasts to its last pixel: the decoder takes a frame that runs out for a whole one. Costs a pass
    /// over the data, so reading a header does without it.
    /// </summary>
    public static bool HasAllPixels(ReadOnlySpan<byte> bytes, in ImageStructure structure)
    {
        var frame = structure.FrameAt;
        if (frame == 0)
        {
            return false;
        }

        var (width, height) = FrameSize(bytes, frame);
        return GifFrameData.HasPixels(bytes[DataOf(bytes, frame)..], (long)width * height);
    }

    static bool TryReadFrame(ReadOnlySpan<byte> bytes, int at, long width, long height, out ImageStructure structure)
    {
        structure = default;
        if (at + 10 > bytes.Length)
        {
            structure = new ImageStructure(width, height) { IsCut = true };
            return width > 0 && height > 0;
        }

        // A frame may reach beyond the screen, and some writers leave the screen at 0: the decoder may then use the frame's
        // size, so the larger counts against the limits.
        var (frameWidth, frameHeight) = FrameSize(bytes, at);
        var data = DataOf(bytes, at);
        var frame = at;
        at = data + 1;
        var isTerminated = TrySkipSubBlocks(bytes, ref at);
        structure = new ImageStructure(Math.Max(width, frameWidth), Math.Max(height, frameHeight))
        {
            IsCut = data >= bytes.Length,
            LacksTrailer = !isTerminated,
            FrameAt = data >= bytes.Length ? 0 : frame,
            UsedLength = Math.Min(at, bytes.Length),
        };
        return true;
    }

    static (int Width, int Height) FrameSize(ReadOnlySpan<byte> bytes, int frame) =>
        (BinaryPrimitives.ReadUInt16LittleEndian(bytes[(frame + 5)..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[(frame + 7)..]));

    static int DataOf(ReadOnlySpan<byte> bytes, int frame) => frame + 10 + ColourTableLength(bytes[frame + 9]);

    static int ColourTableLength(byte flags) => (flags & 0x80) == 0 ? 0 : 3 * (2 << (flags & 7));

    static bool TrySkipSubBlocks(ReadOnlySpan<byte> bytes, ref int at)
    {
        while (at < bytes.Length)
        {
            var length = bytes[at];
            at += 1 + length;
            if (length == 0)
            {
                return true;
            }
        }

        return false;
    }
}
