namespace HashMatch.Lists.Formats.Vics;

/// <summary>The names that are read or written; every other field is kept as it comes.</summary>
static class VicsFields
{
    internal const string Context20 = "@odata.context";
    internal const string Context13 = "odata.metadata";
    internal const string Value = "value";
    internal const string Media = "Media";
    internal const string MediaId = "MediaID";
    internal const string Category = "Category";
    internal const string DateUpdated = "DateUpdated";
    internal const string PhotoDna = "PhotoDNA";
    internal const string Hashes = "Hashes";
    internal const string HashName = "HashName";
    internal const string HashValue = "HashValue";
    internal const string CaseNumber = "CaseNumber";
    internal const string CaseId = "CaseID";
    internal const string Application = "SourceApplicationName";
    internal const string MediaCount = "TotalMediaFiles";

    /// <summary>What an entry calls that which its case says of itself besides.</summary>
    internal const string Case = "Case";

    /// <summary>Before a category's number in a label: what a number means is regional, so it stays a number.</summary>
    internal const string CategoryLabel = "category-";
}
