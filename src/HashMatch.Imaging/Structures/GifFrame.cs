using System.Buffers.Binary;

namespace HashMatch.Imaging.Structures;

/// <summary>Where a frame of a GIF lies: its rectangle on the canvas, and its bytes in the file.</summary>
/// <param name="At">Its descriptor.</param>
/// <param name="X">Columns left of it.</param>
/// <param name="Y">Rows above it.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Data">Its compressed data, from the byte that gives the initial code size on.</param>
readonly record struct GifFrame(int At, int X, int Y, int Width, int Height, int Data)
{
    const int DescriptorLength = 10;

    /// <summary>Whether the descriptor is there; the data may still begin beyond the file.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, int at, out GifFrame frame)
    {
        frame = default;
        if (at + DescriptorLength > bytes.Length)
        {
            return false;
        }

        frame = new GifFrame(at, UInt16(bytes, at + 1), UInt16(bytes, at + 3), UInt16(bytes, at + 5), UInt16(bytes, at + 7),
            at + DescriptorLength + ColourTableLength(bytes[at + 9]));
        return true;
    }

    /// <summary>Bytes of the colour table that such flags announce, of the screen or of a frame.</summary>
    public static int ColourTableLength(byte flags) => (flags & 0x80) == 0 ? 0 : 3 * (2 << (flags & 7));

    /// <summary>Moves a frame within a copy of its file to the corner of a screen of its own size.</summary>
    public void Uncover(Span<byte> file)
    {
        file.Slice(At + 1, 4).Clear();
        file.Slice(At + 5, 4).CopyTo(file[GifStructure.ScreenAt..]);
    }

    static int UInt16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
}
