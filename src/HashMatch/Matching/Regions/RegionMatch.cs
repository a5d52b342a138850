namespace HashMatch.Matching.Regions;

/// <summary>An item that shares regions with a query in one placement.</summary>
/// <param name="Id">The item's key.</param>
/// <param name="Agreement">How many regions, and how the two pictures lie on one another.</param>
public readonly record struct RegionMatch(int Id, RegionAgreement Agreement) : IComparable<RegionMatch>
{
    /// <summary>More agreeing regions first; at the same number the smaller id.</summary>
    public int CompareTo(RegionMatch other) =>
        Agreement.Regions != other.Agreement.Regions ? other.Agreement.Regions.CompareTo(Agreement.Regions) : Id.CompareTo(other.Id);
}
