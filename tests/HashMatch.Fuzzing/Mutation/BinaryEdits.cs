namespace HashMatch.Fuzzing.Mutation;

/// <summary>Numbers of two, four and eight bytes in either order: lengths, counts and offsets at their bounds.</summary>
static class BinaryEdits
{
    static readonly long[] s_bounds =
    [
        0, 1, 2, 3, 4, 7, 8, 16, 31, 32, 64, 127, 128, 255, 256, 4095, 4096, short.MaxValue, ushort.MaxValue, 1 << 16, 1 << 24,
        int.MaxValue, uint.MaxValue, 1L << 32, long.MaxValue, long.MinValue, -1, -2, int.MinValue,
    ];

    internal static void Apply(List<byte> bytes, Random random)
    {
        var width = 1 << random.Next(4);
        if (bytes.Count < width)
        {
            bytes.Add((byte)random.Next(256));
            return;
        }

        var at = Math.Min(ByteEdits.Place(bytes, random), bytes.Count - width);
        var isBigEndian = random.Next(2) == 0;
        var value = random.Next(4) switch
        {
            0 => Read(bytes, at, width, isBigEndian) + random.Next(-4, 5),
            1 => random.Next(bytes.Count + 8),
            2 => Read(bytes, at, width, isBigEndian) * (1 << random.Next(1, 5)),
            _ => s_bounds[random.Next(s_bounds.Length)],
        };
        for (var i = 0; i < width; i++)
        {
            bytes[at + (isBigEndian ? width - 1 - i : i)] = (byte)(value >> (8 * i));
        }
    }

    static long Read(List<byte> bytes, int at, int width, bool isBigEndian)
    {
        long value = 0;
        for (var i = 0; i < width; i++)
        {
            value |= (long)bytes[at + (isBigEndian ? width - 1 - i : i)] << (8 * i);
        }

        return value;
    }
}
