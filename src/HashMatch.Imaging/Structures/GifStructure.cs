using System.Buffers.Binary;

namespace HashMatch.Imaging.Structures;

/// <summary>Walks a GIF's blocks to the end of the first frame, which is all that is decoded.</summary>
static class GifStructure
{
    /// <summary>Where the file gives the size of its screen: two shorts.</summary>
    public const int ScreenAt = 6;

    const int HeaderLength = 13;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out ImageStructure structure, out ImageError? error)
    {
        structure = default;
        error = null;
        if (bytes.Length < HeaderLength)
        {
            return false;
        }

        int width = BinaryPrimitives.ReadUInt16LittleEndian(bytes[ScreenAt..]);
        int height = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(ScreenAt + 2)..]);
        var at = HeaderLength + GifFrame.ColourTableLength(bytes[10]);
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
                if (!GifFrame.TryRead(bytes, at, out var frame))
                {
                    break;
                }

                structure = WithFrame(bytes, width, height, frame);
                error = frame.Width == 0 || frame.Height == 0 ? Failures.Corrupt(ImageFormat.Gif, "its frame has no size") : null;
                return error is null;
            }
            else if (block == 0x3B)
            {
                error = Failures.Corrupt(ImageFormat.Gif, "it has no frame");
                return false;
            }
            else if (bytes[at..].IndexOfAny((byte)0x21, (byte)0x2C, (byte)0x3B) is >= 0 and var stray)
            {
                // Decoders skip what lies astray between blocks.
                at += stray;
            }
            else
            {
                break;
            }
        }

        structure = new ImageStructure(width, height) { IsCut = true };
        return width > 0 && height > 0;
    }

    /// <summary>
    /// Whether the frame's data lasts to its last pixel: the decoder takes a frame that runs out for a whole one. Costs a pass
    /// over the data, so reading a header does without it.
    /// </summary>
    public static bool HasAllPixels(ReadOnlySpan<byte> bytes, in ImageStructure structure) =>
        structure.GifFrame is { } frame && GifFrameData.HasPixels(bytes[frame.Data..], (long)frame.Width * frame.Height);

    // Some writers leave the screen at 0, some frames reach beyond it: as in browsers, the canvas is what holds both.
    static ImageStructure WithFrame(ReadOnlySpan<byte> bytes, int width, int height, in GifFrame frame)
    {
        var at = frame.Data + 1;
        var isTerminated = TrySkipSubBlocks(bytes, ref at);
        return new ImageStructure(Math.Max(width, frame.X + frame.Width), Math.Max(height, frame.Y + frame.Height))
        {
            IsCut = frame.Data >= bytes.Length,
            LacksTrailer = !isTerminated,
            GifFrame = frame.Data >= bytes.Length ? null : frame,
            UsedLength = Math.Min(at, bytes.Length),
        };
    }

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
