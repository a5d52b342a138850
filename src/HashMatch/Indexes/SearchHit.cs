namespace HashMatch.Indexes;

/// <summary>One answer of a search.</summary>
/// <param name="Id">The caller's key of the stored hash.</param>
/// <param name="Distance">Bits in which it differs from the query.</param>
/// <remarks>Hits are ordered by distance, then id, so that every index gives the same list.</remarks>
public readonly record struct SearchHit(int Id, int Distance) : IComparable<SearchHit>
{
    /// <summary>Nearer first; at the same distance the smaller id first.</summary>
    public int CompareTo(SearchHit other) =>
        Distance != other.Distance ? Distance.CompareTo(other.Distance) : Id.CompareTo(other.Id);
}
