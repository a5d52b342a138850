namespace HashMatch.Indexes.Internals;

/// <summary>Every threshold by which a growing index chooses how it stores and searches, with the measurement behind it.</summary>
/// <remarks>The tables are in <c>bench/README.md</c>.</remarks>
static class SearchStrategy
{
    /// <summary>Rows of the tail before it is turned into slot tables.</summary>
    public const int TailCapacity = 1 << 14;

    /// <summary>The share of a part's rows that may be removed before joining sorts the rest anew.</summary>
    public const double MostRemoved = 0.125;

    /// <summary>With fewer, comparing with every hash is faster than probing slot tables: at radius 31 of 256 bits, 10 of 64.</summary>
    public static int LeastRowsForSlots(int bitCount) => bitCount == 64 ? 32_000 : 12_000;

    /// <summary>Where a nearest search begins: the radius at which copies are found.</summary>
    public static int FirstNearestRadius(int bitCount) => bitCount / 8;

    /// <summary>By how much it grows when too few were found.</summary>
    public static int NearestRadiusStep(int bitCount) => bitCount / 16;
}
