using HashMatch.Hashes;
using HashMatch.Triage;
using HashMatch.Triage.Reports;

namespace HashMatch.Cli.Output.Records.Triage;

/// <summary>An item of a report as a row of a table: what case tools read.</summary>
static class ReportItemCells
{
    internal const string Columns =
        "report,source,jurisdiction,incidentType,incidentTime,group,item,itemId,path,verdict,labels,pdq,quality,md5,sha1,sha256,xxh128,captureTime,place,device,relevance,accounts";

    /// <param name="cells">The row.</param>
    /// <param name="entry">The report.</param>
    /// <param name="item">The item's position; -1 for a report without any.</param>
    /// <param name="view">The queue.</param>
    internal static void Write(CsvCells cells, TriageEntry entry, int item, TriageView view)
    {
        var report = entry.Report;
        var accounts = string.Join(';', report.Accounts);
        cells.Add(report.Id, report.Source, report.Jurisdiction, report.IncidentType, TimeText.Of(report.IncidentTime));
        cells.Add(entry.Group is { } group ? view.NumberOf(group) : null);
        if (item < 0)
        {
            cells.Add(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, accounts);
            return;
        }

        var (one, verdict) = (report.Items[item], entry.Case.Verdicts[item]);
        cells.Add(item);
        cells.Add(one.Id, one.Path, verdict is null ? null : WireNames.Of(verdict.Verdict), verdict is null ? null : string.Join(';', verdict.Labels), one.Pdq?.ToString());
        cells.Add(one.Quality);
        cells.Add(Digest(one, DigestKind.Md5), Digest(one, DigestKind.Sha1), Digest(one, DigestKind.Sha256), Digest(one, DigestKind.XxHash128),
            one.CaptureTime is { } captured ? TimeText.Of(captured) : null, one.Place, one.Device,
            one.Relevance == ItemRelevance.Supplemental ? "supplemental" : "reported", accounts);
    }

    static string? Digest(ReportItem item, DigestKind kind) => ContentDigest.Find(item.Digests, kind)?.ToString();
}
