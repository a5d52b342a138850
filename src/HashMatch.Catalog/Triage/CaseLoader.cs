using HashMatch.Catalog.Internals;
using HashMatch.Hashes;
using HashMatch.Matching;
using HashMatch.Triage;
using HashMatch.Triage.FollowUps;
using HashMatch.Triage.Reports;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Triage;

/// <summary>Reads every report that holds, with its verdicts and follow-ups, in the order they came.</summary>
/// <remarks>
/// Two tables are walked side by side, both in the order of revisions. Texts are parsed by several threads, some at a time,
/// since that is most of the work.
/// </remarks>
sealed class CaseLoader(SqliteConnection connection, int threads)
{
    const int Portion = 2048;

    readonly Dictionary<(Verdict, string?, string?), ItemVerdict> _verdicts = [];

    internal IReadOnlyList<TriageCase> Read()
    {
        var followUps = ReadFollowUps();
        var (reports, numbers, revisions) = ReadReports();
        FirstArrivals firsts = new(reports);
        var verdicts = ReadItems(reports, revisions, firsts);
        firsts.Settle(verdicts);
        var cases = new TriageCase[reports.Length];
        for (var i = 0; i < cases.Length; i++)
        {
            cases[i] = new TriageCase(reports[i], verdicts[i], followUps.GetValueOrDefault(numbers[i]));
        }

        return cases;
    }

    (Report[] Reports, List<long> Numbers, List<long> Revisions) ReadReports()
    {
        using Statement select = new(connection, """
            SELECT report_revision.decision, report_revision.report, report_revision.text FROM report_revision
                JOIN report ON report.id = report_revision.report AND report.revision = report_revision.decision
            ORDER BY report_revision.decision
            """);
        List<long> numbers = [], revisions = [];
        List<Report> reports = [];
        List<byte[]> texts = new(Portion);
        using var row = select.Rows();
        while (row.Read())
        {
            revisions.Add(row.GetInt64(0));
            numbers.Add(row.GetInt64(1));
            texts.Add(row.GetFieldValue<byte[]>(2));
            if (texts.Count == Portion)
            {
                Parse(texts, reports);
            }
        }

        Parse(texts, reports);
        return ([.. reports], numbers, revisions);
    }

    void Parse(List<byte[]> texts, List<Report> reports)
    {
        var parsed = new Report?[texts.Count];
        Parallel.For(0, parsed.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => parsed[i] = ReportReader.Parse(texts[i]).Value);
        texts.Clear();
        foreach (var report in parsed)
        {
            reports.Add(report ?? throw Damaged("says nothing that can be read"));
        }
    }

    /// <summary>The verdicts of all reports; the hashes of files that were read go into the reports.</summary>
    ItemVerdict?[][] ReadItems(Report[] reports, List<long> revisions, FirstArrivals firsts)
    {
        // Of a told item nothing is looked up: its report has all there is.
        using Statement select = new(connection, $"""
            SELECT report_item.revision, report_item.position, {ReportItemTable.Columns},
                content.hash, content.quality, content.xxh128, content.md5, content.sha1, content.sha256
            FROM report_item
                LEFT JOIN item ON item.id = CASE WHEN report_item.file IS NOT NULL THEN report_item.item END
                LEFT JOIN content ON content.id = item.content
            ORDER BY report_item.revision, report_item.position
            """);
        var verdicts = new ItemVerdict?[reports.Length][];
        using var row = select.Rows();
        var more = row.Read();
        for (var i = 0; i < reports.Length; i++)
        {
            verdicts[i] = new ItemVerdict?[reports[i].Items.Count];
            ReportItem[]? read = null;
            while (more && row.GetInt64(0) <= revisions[i])
            {
                if (row.GetInt64(0) == revisions[i])
                {
                    var position = row.GetInt32(1);
                    if ((uint)position >= (uint)verdicts[i].Length)
                    {
                        throw Damaged("has more verdicts than items");
                    }

                    verdicts[i][position] = ReadVerdict(row, i, position, firsts);
                    if (!row.IsDBNull(10))
                    {
                        read ??= [.. reports[i].Items];
                        read[position] = WithContent(read[position], row);
                    }
                }

                more = row.Read();
            }

            reports[i] = read is null ? reports[i] : reports[i] with { Items = read };
        }

        return verdicts;
    }

    ItemVerdict? ReadVerdict(SqliteDataReader row, int report, int position, FirstArrivals firsts)
    {
        if (ReportItemTable.VerdictOf(row, 2) is not { } verdict)
        {
            return null;
        }

        long? first = row.IsDBNull(4) ? null : row.GetInt64(4);
        if (!row.IsDBNull(3) && (first is null || row.GetInt64(5) != 0))
        {
            firsts.Add(report, position, row.GetInt64(3), first);
        }

        // The same few words again and again: one object stands for all of them.
        var labels = row.IsDBNull(6) ? null : row.GetString(6);
        var content = first is { } number ? FirstArrivals.NameOf(number) : row.IsDBNull(7) ? null : row.GetString(7);
        if (!_verdicts.TryGetValue((verdict, labels, content), out var known))
        {
            known = new ItemVerdict(verdict, labels is null ? [] : ReportItemTable.LabelsOf(labels), content);
            _verdicts.Add((verdict, labels, content), known);
        }

        return known;
    }

    /// <summary>What was found in a file is believed over what its report says of it.</summary>
    static ReportItem WithContent(ReportItem item, SqliteDataReader row)
    {
        List<ContentDigest> digests = [];
        foreach (var (column, kind) in ((int, DigestKind)[])[(12, DigestKind.XxHash128), (13, DigestKind.Md5), (14, DigestKind.Sha1), (15, DigestKind.Sha256)])
        {
            if (!row.IsDBNull(column) && ContentDigest.TryParse(kind, Convert.ToHexStringLower(row.GetFieldValue<byte[]>(column)), out var digest))
            {
                digests.Add(digest);
            }
        }

        return item with { Pdq = Hash256.FromBytes(row.GetFieldValue<byte[]>(10)), Quality = row.GetInt32(11), Digests = digests };
    }

    Dictionary<long, List<FollowUp>> ReadFollowUps()
    {
        using Statement select = new(connection,
            "SELECT follow_up.report, decision.evidence FROM follow_up JOIN decision ON decision.seq = follow_up.decision ORDER BY follow_up.decision");
        Dictionary<long, List<FollowUp>> followUps = [];
        using var row = select.Rows();
        while (row.Read())
        {
            if (!followUps.TryGetValue(row.GetInt64(0), out var ofReport))
            {
                followUps.Add(row.GetInt64(0), ofReport = []);
            }

            ofReport.Add(ReportText.FollowUpIn(row.GetString(1)));
        }

        return followUps;
    }

    static CatalogException Damaged(string what) => new($"the catalogue is damaged: a report {what}. Restore it from a copy.");
}
