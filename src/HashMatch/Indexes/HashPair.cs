namespace HashMatch.Indexes;

/// <summary>Two hashes of one collection that lie within the radius of a self-join.</summary>
/// <param name="First">The smaller position in the collection.</param>
/// <param name="Second">The larger position.</param>
/// <param name="Distance">Bits in which the two differ.</param>
public readonly record struct HashPair(int First, int Second, int Distance) : IComparable<HashPair>
{
    /// <summary>By first position, then by second.</summary>
    public int CompareTo(HashPair other) =>
        First != other.First ? First.CompareTo(other.First) : Second.CompareTo(other.Second);
}
