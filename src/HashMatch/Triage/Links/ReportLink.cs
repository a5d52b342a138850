namespace HashMatch.Triage.Links;

/// <summary>Two reports that have something in common.</summary>
/// <param name="First">The position of the earlier report in <see cref="ReportLinks.Reports"/>.</param>
/// <param name="Second">The position of the later one.</param>
/// <param name="Reason">What they have in common.</param>
/// <param name="Strength">How much that says, 0..100, by the rules.</param>
/// <param name="Count">How many such things they have in common; the strongest is told here.</param>
/// <param name="Sharing">How many reports have that thing in all: pairs among the others are not listed one by one.</param>
public readonly record struct ReportLink(int First, int Second, LinkReason Reason, int Strength, int Count, int Sharing)
{
    /// <summary>For items the position of the first report's, else -1.</summary>
    public int FirstItem { get; init; } = -1;

    /// <summary>For items the position of the second report's, else -1.</summary>
    public int SecondItem { get; init; } = -1;

    /// <summary>For <see cref="LinkReason.NearHash"/> the bits in which the hashes differ, else 0.</summary>
    public int Distance { get; init; }

    /// <summary>For an account or a device its identifier, else null.</summary>
    public string? Subject { get; init; }

    /// <summary>The name of a reason in records: <c>same-bytes</c>, <c>near-hash</c>, <c>account</c>, <c>device</c>.</summary>
    /// <param name="reason">The reason.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reason is unknown.</exception>
    public static string NameOf(LinkReason reason) => reason switch
    {
        LinkReason.SameBytes => "same-bytes",
        LinkReason.NearHash => "near-hash",
        LinkReason.Account => "account",
        LinkReason.Device => "device",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason."),
    };
}
