namespace HashMatch.Catalog.Triage;

/// <summary>What a report that came in did to the catalogue.</summary>
public enum ReportChange
{
    /// <summary>It was not there.</summary>
    Added,

    /// <summary>It was there and said something else, which is kept as its history.</summary>
    Changed,

    /// <summary>It was there and said the same; its items were decided anew, and some otherwise.</summary>
    Redecided,

    /// <summary>It was there and said the same: nothing changed.</summary>
    Unchanged,
}
