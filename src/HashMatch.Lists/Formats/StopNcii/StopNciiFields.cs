namespace HashMatch.Lists.Formats.StopNcii;

/// <summary>The names of a page's and a record's fields.</summary>
static class StopNciiFields
{
    internal const string Records = "hashRecords";
    internal const string Count = "count";
    internal const string Checkpoint = "nextSetTimestamp";
    internal const string NextPage = "nextPageToken";
    internal const string HasMore = "hasMoreRecords";
    internal const string Value = "hashValue";
    internal const string Type = "signalType";
    internal const string Status = "hashStatus";
    internal const string Updated = "lastModtimestamp";
}
