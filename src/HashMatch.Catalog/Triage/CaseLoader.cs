using HashMatch.Triage;
using HashMatch.Triage.Reports;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Triage;

/// <summary>Reads every report that holds, with its verdicts and follow-ups, in the order they came.</summary>
/// <remarks>
/// Reports, verdicts and follow-ups are read one after the other, each once through; while one thread reads rows, others parse
/// what reports say.
/// </remarks>
sealed class CaseLoader(SqliteConnection connection, int threads)
{
    internal IReadOnlyList<TriageCase> Read()
    {
        ReportTexts texts = new(threads);
        texts.Read(connection);
        var verdicts = new VerdictReader(connection, texts.Revisions).Read();
        var reports = texts.Reports();
        for (var i = 0; i < reports.Length; i++)
        {
            if (verdicts.OfReports[i].Length != reports[i].Items.Count)
            {
                throw CatalogException.OfRow("report_item", texts.Revisions[i], "position");
            }
        }

        foreach (var (report, position, content) in verdicts.Found)
        {
            reports[report] = WithContent(reports[report], position, content);
        }

        verdicts.Firsts.Settle(reports, verdicts.OfReports);
        var followUps = new FollowUpReading(connection).ByReport(texts.Numbers);
        return [.. reports.Select((report, i) => new TriageCase(report, verdicts.OfReports[i], followUps.GetValueOrDefault(texts.Numbers[i])))];
    }

    /// <summary>What was found in a file is believed over what its report says of it.</summary>
    static Report WithContent(Report report, int position, FoundContent content)
    {
        ReportItem[] items = [.. report.Items];
        items[position] = items[position] with { Pdq = content.Hash, Quality = content.Quality, Digests = content.Digests };
        return report with { Items = items };
    }
}
