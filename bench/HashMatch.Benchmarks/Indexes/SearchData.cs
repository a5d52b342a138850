using System.Runtime.InteropServices;
using HashMatch.Hashes;

namespace HashMatch.Benchmarks.Indexes;

/// <summary>Hashes to search and queries to ask, from a model and a fixed seed.</summary>
/// <remarks>
/// <para>
/// Models: <c>random</c>: independent bits. <c>clustered</c>: a fifth of the hashes are others with 0 to 40 bits flipped.
/// <c>markov</c>: each bit equals the one before it with probability 0.75. <c>gradient</c>: difference hashes of random
/// fields, row by row, each a sum of 24 waves of up to 4.5 periods with amplitudes falling as 1/f (64 bits a field).
/// <c>pictures</c>: hashes of real pictures, grown by giving each row of 16 bits (one vertical frequency of PDQ) that of
/// a picture drawn anew; then a fifth are others with 0 to 40 bits flipped.
/// </para>
/// <para>Queries: half from the model, half stored hashes with 0 to radius + 7 random flips.</para>
/// </remarks>
sealed class SearchData<THash>
    where THash : struct, IHash<THash>
{
    const double RepeatProbability = 0.75;

    readonly ulong[] _codes;
    readonly ulong[] _queries;

    readonly ulong[] _pictures;

    /// <param name="model">One of <see cref="Models"/>.</param>
    /// <param name="count">Hashes to draw.</param>
    /// <param name="queryCount">Queries to draw.</param>
    /// <param name="radius">The bound they will be asked with.</param>
    /// <param name="pictures">Real hashes, for the model of that name.</param>
    internal SearchData(string model, int count, int queryCount, int radius, ReadOnlySpan<THash> pictures = default)
    {
        _pictures = MemoryMarshal.Cast<THash, ulong>(pictures).ToArray();
        var bits = new RandomBits(42);
        _codes = Draw(model, count, bits);
        _queries = Draw(model, queryCount, bits);
        for (var query = 0; query < queryCount && count > 0; query += 2)
        {
            FlippedCopy(_codes, bits.Below(count), _queries, query, bits.Below(radius + 8), bits);
        }
    }

    internal static IReadOnlyList<string> Models { get; } = ["random", "clustered", "markov", "gradient", "pictures"];

    internal ReadOnlySpan<THash> Codes => MemoryMarshal.Cast<ulong, THash>(_codes);

    internal ReadOnlySpan<THash> Queries => MemoryMarshal.Cast<ulong, THash>(_queries);

    internal int[] Ids => [.. Enumerable.Range(0, Codes.Length)];

    static int Words => THash.BitCount / 64;

    /// <summary>Makes the last quarter near copies of the others, within the radius: what a self-join is to find.</summary>
    internal void PlantPairs(int radius)
    {
        var bits = new RandomBits(43);
        for (var copy = Codes.Length - (Codes.Length / 4); copy < Codes.Length; copy++)
        {
            FlippedCopy(_codes, bits.Below(Codes.Length - (Codes.Length / 4)), _codes, copy, bits.Below(radius + 1), bits);
        }
    }

    ulong[] Draw(string model, int count, RandomBits bits)
    {
        var words = new ulong[count * Words];
        for (var word = 0; word < words.Length; word++)
        {
            words[word] = model switch
            {
                "markov" => Markov(word % Words == 0 ? bits.Next() >> 63 : words[word - 1] >> 63, bits),
                "gradient" => Gradient(bits),
                "pictures" => Rows(word % Words, bits),
                _ => bits.Next(),
            };
        }

        for (var copy = 5; model is "clustered" or "pictures" && copy < count; copy += 5)
        {
            FlippedCopy(words, bits.Below(copy), words, copy, bits.Below(41), bits);
        }

        return words;
    }

    /// <summary>Four rows of that word, each of a picture of its own.</summary>
    ulong Rows(int word, RandomBits bits)
    {
        var rows = 0UL;
        for (var row = 0; row < 64; row += 16)
        {
            rows |= _pictures[(bits.Below(_pictures.Length / Words) * Words) + word] & (0xFFFFUL << row);
        }

        return rows;
    }

    static ulong Markov(ulong bit, RandomBits bits)
    {
        var word = 0UL;
        for (var i = 0; i < 64; i++)
        {
            bit ^= bits.Unit() < RepeatProbability ? 0UL : 1;
            word |= bit << i;
        }

        return word;
    }

    static ulong Gradient(RandomBits bits)
    {
        Span<double> field = stackalloc double[8 * 9];
        field.Clear();
        for (var wave = 0; wave < 24; wave++)
        {
            var (across, down, phase) = ((bits.Unit() * 9) - 4.5, (bits.Unit() * 9) - 4.5, bits.Unit());
            var amplitude = 1 / Math.Sqrt((across * across) + (down * down) + 0.25);
            for (var i = 0; i < field.Length; i++)
            {
                field[i] += amplitude * Math.Cos(2 * Math.PI * ((across * (i % 9) / 9) + (down * (i / 9) / 8) + phase));
            }
        }

        var word = 0UL;
        for (var bit = 0; bit < 64; bit++)
        {
            var left = (bit / 8 * 9) + (bit % 8);
            word |= (field[left + 1] > field[left] ? 1UL : 0) << bit;
        }

        return word;
    }

    static void FlippedCopy(ulong[] from, int source, ulong[] to, int target, int flips, RandomBits bits)
    {
        Array.Copy(from, source * Words, to, target * Words, Words);
        for (; flips > 0; flips--)
        {
            var bit = bits.Below(THash.BitCount);
            to[(target * Words) + (bit / 64)] ^= 1UL << (bit % 64);
        }
    }
}
