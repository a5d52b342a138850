using HashMatch.Triage.Reports;

namespace HashMatch.Triage.Links;

/// <summary>The keys of every kind.</summary>
static class KeySpaces
{
    /// <summary>One for each reason, in the order of reasons.</summary>
    internal static KeySpace[] Of(Report[] reports, ReportItems items, int threads)
    {
        Func<KeySpace>[] make =
        [
            () => new(LinkReason.SameBytes, items.SameBytes, items.SameBytesCount, reports.Length),
            () => new(LinkReason.NearHash, items.NearHashes, items.HashCount, reports.Length),
            () => NamedKeys.Of(LinkReason.Account, reports, static report => report.Accounts.Select(account => ((string?)account, -1))),
            () => NamedKeys.Of(LinkReason.Device, reports, static report => report.Items.Select((item, position) => (item.Device, position))),
        ];
        var spaces = new KeySpace[make.Length];
        Parallel.For(0, make.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => spaces[i] = make[i]());
        return spaces;
    }
}
