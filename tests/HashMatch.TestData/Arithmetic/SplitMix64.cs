namespace HashMatch.TestData.Arithmetic;

/// <summary>A small seeded generator of 64-bit numbers: integers only, so every machine draws the same scenes.</summary>
struct SplitMix64(ulong seed)
{
    ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    /// <summary>The next number in [0, 1): 53 bits, exact in a double.</summary>
    public double NextUnit() => ToUnit(Next());

    /// <summary>The next number in [low, high).</summary>
    public double NextBetween(double low, double high) => low + ((high - low) * NextUnit());

    /// <summary>The next integer in 0..count-1. The bias of the remainder does not matter for pictures.</summary>
    public int NextIndex(int count) => (int)(Next() % (ulong)count);

    /// <summary>Scatters the bits of <paramref name="value"/>: a hash for lattice points.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>The upper 53 bits as a number in [0, 1).</summary>
    public static double ToUnit(ulong bits) => (bits >> 11) * (1.0 / (1UL << 53));
}
