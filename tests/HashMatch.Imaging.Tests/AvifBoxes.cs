using System.Buffers.Binary;

namespace HashMatch.Imaging.Tests;

/// <summary>Adds properties to the one item of an AVIF, as the encoder at hand writes it, box by box.</summary>
static class AvifBoxes
{
    /// <summary>A turn by so many quarters, against the clock.</summary>
    public static byte[] Turn(byte quarters) => [0, 0, 0, 9, .. "irot"u8, quarters];

    /// <summary>A mirroring: 0 exchanges top and bottom, 1 left and right.</summary>
    public static byte[] Mirror(byte mode) => [0, 0, 0, 9, .. "imir"u8, mode];

    /// <summary>A crop to the middle, in whole pixels.</summary>
    public static byte[] Crop(int width, int height) =>
        [0, 0, 0, 40, .. "clap"u8, .. Fraction(width), .. Fraction(height), .. Fraction(0), .. Fraction(0)];

    public static byte[] Size(uint width, uint height) => [0, 0, 0, 20, .. "ispe"u8, 0, 0, 0, 0, .. UInt32(width), .. UInt32(height)];

    /// <summary>The file with more properties, in this order, all of its picture.</summary>
    public static byte[] With(byte[] file, params byte[][] properties)
    {
        var ipma = Find(file, "ipma"u8);
        // Version and flags, one item, its id, then the count of its properties, one byte each.
        var countAt = ipma + 14;
        var count = file[countAt];
        byte[] entries = [.. Enumerable.Range(count + 1, properties.Length).Select(index => (byte)(0x80 | index))];
        byte[] added = [.. properties.SelectMany(p => p)];
        var ipco = Find(file, "ipco"u8);
        var ipcoEnd = ipco - 4 + Length(file, ipco);
        Assert.Equal(ipcoEnd, ipma - 4);
        var longer = file.ToArray();
        longer[countAt] += (byte)properties.Length;
        Grow(longer, ipco, added.Length);
        Grow(longer, ipma, entries.Length);
        Grow(longer, Find(file, "iprp"u8), added.Length + entries.Length);
        Grow(longer, Find(file, "meta"u8), added.Length + entries.Length);
        // The data moves: its offset is the last of the fields before the list of extents.
        Grow(longer, Find(file, "iloc"u8) + 4 + 16, added.Length + entries.Length);
        var end = ipma - 4 + Length(file, ipma);
        return [.. longer[..ipcoEnd], .. added, .. longer[ipcoEnd..end], .. entries, .. longer[end..]];
    }

    static int Find(byte[] file, ReadOnlySpan<byte> kind) => file.AsSpan().IndexOf(kind);

    static int Length(byte[] file, int kindAt) => BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(kindAt - 4));

    static void Grow(byte[] file, int kindAt, int by) =>
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(kindAt - 4), Length(file, kindAt) + by);

    static byte[] UInt32(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    static byte[] Fraction(int value) => [.. UInt32((uint)value), 0, 0, 0, 1];
}
