namespace HashMatch.Triage.Reports;

/// <summary>What an item has to do with its report.</summary>
public enum ItemRelevance
{
    /// <summary>It is what the report is about; so too where nothing is said.</summary>
    Reported,

    /// <summary>It came along, to help understand the rest.</summary>
    Supplemental,
}
