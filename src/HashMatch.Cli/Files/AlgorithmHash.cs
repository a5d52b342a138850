using HashMatch.Hashers;
using HashMatch.Hashes;

namespace HashMatch.Cli.Files;

/// <summary>A hash by another algorithm than PDQ. Those of 64 bits stand in the first word.</summary>
readonly record struct AlgorithmHash(HashKind Kind, Hash256 Bits)
{
    internal AlgorithmHash(HashKind kind, Hash64 hash)
        : this(kind, new Hash256(hash.Value, 0, 0, 0))
    {
    }

    /// <summary>The width in bits.</summary>
    internal int BitCount => BitCountOf(Kind);

    /// <summary>As many hexadecimal digits as the width asks for.</summary>
    public override string ToString() => BitCount == Hash64.BitCount ? new Hash64(Bits.W0).ToString() : Bits.ToString();

    /// <summary>Reads exactly as many hexadecimal digits as the algorithm has.</summary>
    internal static bool TryParse(HashKind kind, string? text, out AlgorithmHash hash)
    {
        if (BitCountOf(kind) == Hash64.BitCount)
        {
            var isShort = Hash64.TryParse(text, out var bits);
            hash = new AlgorithmHash(kind, bits);
            return isShort;
        }

        var isLong = Hash256.TryParse(text, out var longBits);
        hash = new AlgorithmHash(kind, longBits);
        return isLong;
    }

    static int BitCountOf(HashKind kind) => kind is HashKind.Pdq or HashKind.Block ? Hash256.BitCount : Hash64.BitCount;
}
