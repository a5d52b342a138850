namespace HashMatch.TestData.Arithmetic;

/// <summary>A fixed random number for every integer point of the plane.</summary>
readonly struct Lattice(ulong seed)
{
    readonly ulong _seed = SplitMix64.Mix(seed + 0x632BE59BD9B4E019);

    /// <summary>The number of the point, in [0, 1).</summary>
    public double At(int x, int y) => SplitMix64.ToUnit(Bits(x, y));

    /// <summary>The 64 bits of the point.</summary>
    public ulong Bits(int x, int y) =>
        SplitMix64.Mix(_seed ^ ((ulong)(uint)x * 0x9E3779B97F4A7C15) ^ ((ulong)(uint)y * 0xC2B2AE3D27D4EB4F));
}
