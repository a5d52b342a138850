namespace HashMatch.TestData.Plan;

/// <summary>One file of <c>testdata/images</c>.</summary>
/// <param name="Path">Below <c>images/</c>, with forward slashes.</param>
/// <param name="Verdict">What a scan with <c>known.csv</c> and <c>ignore.csv</c> is meant to say.</param>
/// <param name="Encode">Makes the bytes.</param>
sealed record PlannedFile(string Path, string Verdict, Func<byte[]> Encode)
{
    /// <summary>Whether the digest lists name these very bytes; with them the verdict is <c>known</c>.</summary>
    public bool IsListedByDigest { get; init; }
}
