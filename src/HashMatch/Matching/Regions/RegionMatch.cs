namespace HashMatch.Matching.Regions;

/// <summary>An item that shares regions with a query in one placement, and how the two pictures lie on one another.</summary>
/// <param name="Id">The item's key.</param>
/// <param name="Agreeing">How many regions agree in hash and in place, each counted once.</param>
/// <param name="Scale">A pixel of the item is this many pixels of the query.</param>
/// <param name="OffsetX">Where the item's left edge lies in the query, in the query's pixels; negative if it was cut off.</param>
/// <param name="OffsetY">Where the item's top edge lies in the query, in the query's pixels.</param>
public readonly record struct RegionMatch(int Id, int Agreeing, float Scale, float OffsetX, float OffsetY) : IComparable<RegionMatch>
{
    /// <summary>More agreeing regions first; at the same number the smaller id.</summary>
    public int CompareTo(RegionMatch other) =>
        Agreeing != other.Agreeing ? other.Agreeing.CompareTo(Agreeing) : Id.CompareTo(other.Id);
}
