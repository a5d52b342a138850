namespace HashMatch.Benchmarks.Indexes;

/// <summary>SplitMix64: the same numbers everywhere, and fast enough for ten million hashes.</summary>
sealed class RandomBits(ulong seed)
{
    ulong _state = seed;

    internal ulong Next()
    {
        var z = _state += 0x9E37_79B9_7F4A_7C15;
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }

    internal int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>From 0 up to 1.</summary>
    internal double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));
}
