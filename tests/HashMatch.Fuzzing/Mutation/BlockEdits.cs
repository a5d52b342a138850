using System.Runtime.InteropServices;

namespace HashMatch.Fuzzing.Mutation;

/// <summary>Stretches of bytes: cut off, taken out, copied, repeated, exchanged with another input's.</summary>
static class BlockEdits
{
    const int MostRepetitions = 60;

    internal static void Apply(List<byte> bytes, Random random)
    {
        if (bytes.Count == 0)
        {
            return;
        }

        var (at, length) = Stretch(bytes, random);
        switch (random.Next(5))
        {
            case 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                break;
            case 3:
                Repeat(bytes, at, length, random.Next(2, MostRepetitions));
                break;
            default:
                CollectionsMarshal.AsSpan(bytes).Slice(at, length).Fill((byte)(random.Next(2) * 255));
                break;
        }
    }

    /// <summary>Puts a stretch of another input into this one, or its end behind this one's beginning.</summary>
    internal static void Splice(List<byte> bytes, byte[] other, Random random)
    {
        if (bytes.Count == 0 || other.Length == 0)
        {
            return;
        }

        if (random.Next(3) == 0)
        {
            var share = random.NextDouble();
            bytes.RemoveRange((int)(share * bytes.Count), bytes.Count - (int)(share * bytes.Count));
            bytes.AddRange(other.AsSpan((int)(share * other.Length)));
            return;
        }

        var from = random.Next(other.Length);
        bytes.InsertRange(random.Next(bytes.Count), other[from..Math.Min(other.Length, from + random.Next(1, 200))]);
    }

    static void Repeat(List<byte> bytes, int at, int length, int times)
    {
        var block = bytes.GetRange(at, length);
        for (var i = 0; i < times && bytes.Count < Mutator.MostBytes; i++)
        {
            bytes.InsertRange(at, block);
        }
    }

    static (int At, int Length) Stretch(List<byte> bytes, Random random)
    {
        var at = ByteEdits.Place(bytes, random);
        return (at, Math.Min(bytes.Count - at, 1 + random.Next(random.Next(2) == 0 ? 8 : 300)));
    }
}
