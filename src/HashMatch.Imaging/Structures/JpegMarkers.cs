namespace HashMatch.Imaging.Structures;

/// <summary>Finds a JPEG's markers between its segments and its entropy-coded data.</summary>
static class JpegMarkers
{
    // Bytes before a marker that are none are skipped, as every decoder does.
    public static bool TryNext(ReadOnlySpan<byte> bytes, ref int at, out byte marker)
    {
        marker = 0;
        while (at < bytes.Length)
        {
            var skip = bytes[at..].IndexOf((byte)0xFF);
            if (skip < 0)
            {
                at = bytes.Length;
                return false;
            }

            at += skip;
            while (at < bytes.Length && bytes[at] == 0xFF)
            {
                at++;
            }

            if (at < bytes.Length && bytes[at] != 0)
            {
                marker = bytes[at++];
                return true;
            }
        }

        return false;
    }

    public static void SkipEntropyCoded(ReadOnlySpan<byte> bytes, ref int at)
    {
        while (at < bytes.Length)
        {
            var skip = bytes[at..].IndexOf((byte)0xFF);
            if (skip < 0 || at + skip + 1 >= bytes.Length)
            {
                at = bytes.Length;
                return;
            }

            at += skip;
            var next = bytes[at + 1];
            if (next is not (0 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return;
            }

            at += next == 0xFF ? 1 : 2;
        }
    }
}
