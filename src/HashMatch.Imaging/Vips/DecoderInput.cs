using System.Runtime.InteropServices;
using HashMatch.Imaging.Structures;

namespace HashMatch.Imaging.Vips;

/// <summary>The bytes a native decoder gets to see: the first picture's, with an end marker even where the file lost it.</summary>
static class DecoderInput
{
    /// <summary>Those bytes, copied only where they differ from the file.</summary>
    public static byte[] From(ReadOnlyMemory<byte> bytes, ImageFormat format, in ImageStructure structure)
    {
        var used = structure.UsedLength > 0 ? bytes.Span[..structure.UsedLength] : default;
        if (structure.InvalidOrientationAt > 0)
        {
            return WithPlainOrientation(bytes.ToArray(), structure.InvalidOrientationAt);
        }

        return format switch
        {
            ImageFormat.Jpeg when structure.LacksTrailer => [.. used, 0xFF, 0xD9],
            ImageFormat.Gif when structure.GifFrame is { } frame => WithFrameAlone(used, frame, structure.LacksTrailer),
            ImageFormat.Avif when used.Length > 0 => Exact(bytes[..used.Length]),
            _ => Exact(bytes),
        };
    }

    // The decoder shrinks some screens to the frame and paints what a frame leaves uncovered black or white, depending on
    // other things. So it gets the frame on its own, to be placed on the canvas here.
    static byte[] WithFrameAlone(ReadOnlySpan<byte> used, in GifFrame frame, bool lacksEnd)
    {
        // Zeros end whatever sub-block was begun, and the frame.
        byte[] file = lacksEnd ? [.. used, .. new byte[256], 0x3B] : [.. used, 0x3B];
        frame.Uncover(file);
        return file;
    }

    // libvips reads pinned managed memory, all of an array: in a pooled one, another file's remains would follow.
    static byte[] Exact(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length
            ? segment.Array
            : bytes.ToArray();

    // 1 as a short, in the byte order of the file.
    static byte[] WithPlainOrientation(byte[] file, int at)
    {
        (file[at], file[at + 1]) = file[0] == 'I' ? ((byte)1, (byte)0) : ((byte)0, (byte)1);
        return file;
    }
}
