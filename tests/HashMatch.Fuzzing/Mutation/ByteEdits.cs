namespace HashMatch.Fuzzing.Mutation;

/// <summary>Single bytes: flipped, set, put in, taken out.</summary>
static class ByteEdits
{
    internal static void Apply(List<byte> bytes, Random random)
    {
        if (bytes.Count == 0)
        {
            bytes.Add((byte)random.Next(256));
            return;
        }

        var at = Place(bytes, random);
        switch (random.Next(5))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes[at] = (byte)(bytes[at] + random.Next(-8, 9));
                break;
            case 3:
                bytes.Insert(at, (byte)random.Next(256));
                break;
            default:
                bytes.RemoveAt(at);
                break;
        }
    }

    /// <summary>A place in it, every third time among the first bytes, where headers are.</summary>
    internal static int Place(List<byte> bytes, Random random) => random.Next(random.Next(3) == 0 ? Math.Min(bytes.Count, 160) : bytes.Count);
}
