using HashMatch.Catalog.Internals;
using HashMatch.Triage.Reports;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Triage;

/// <summary>What all reports say now, in the order of their revisions. Texts are parsed by several threads, in portions.</summary>
sealed class ReportTexts(int threads)
{
    const int Portion = 1 << 22;

    readonly List<Task<Report[]>> _portions = [];
    List<(long Revision, string Place, byte[] Text)> _texts = [];
    long _length;

    /// <summary>The rows of the reports.</summary>
    internal List<long> Numbers { get; } = [];

    /// <summary>The decisions by which they came to say what they say.</summary>
    internal List<long> Revisions { get; } = [];

    internal void Read(SqliteConnection connection)
    {
        using Statement select = new(connection, """
            SELECT report_revision.decision, report_revision.text, report.id, report.place
            FROM report_revision JOIN report ON report.id = report_revision.report AND report.revision = report_revision.decision
            ORDER BY report_revision.decision
            """);
        using var row = select.Rows();
        while (row.Read())
        {
            Cells revision = new(row, "report_revision", 0);
            Cells report = new(row, "report", 2);
            Revisions.Add(revision.Id(0));
            Numbers.Add(report.Id(0));
            var text = revision.Bytes(1);
            _texts.Add((Revisions[^1], report.Text(1), text));
            _length += text.Length;
            if (_length >= Portion)
            {
                Begin();
            }
        }

        Begin();
        using Statement lost = new(connection, """
            SELECT id FROM report WHERE NOT EXISTS (
                SELECT 1 FROM report_revision WHERE report_revision.decision = report.revision AND report_revision.report = report.id)
            ORDER BY id LIMIT 1
            """);
        if (lost.Value() is { } number)
        {
            throw CatalogException.OfRow("report", number as long? ?? 0, "revision");
        }
    }

    /// <summary>Waits until all is parsed.</summary>
    /// <exception cref="CatalogException">One says nothing that can be read, or is another report than its row names.</exception>
    internal Report[] Reports() => [.. _portions.SelectMany(portion => portion.GetAwaiter().GetResult())];

    void Begin()
    {
        var texts = _texts;
        (_texts, _length) = (new(texts.Count), 0);
        // The thread that reads is one of them, and parses too where the others are busy: so what waits stays little.
        // What is wrong is told in order, when all are asked for.
        Task<Report[]> portion = new(() => Parse(texts));
        if (_portions.Count(begun => !begun.IsCompleted) < threads - 1)
        {
            portion.Start(TaskScheduler.Default);
        }
        else
        {
            portion.RunSynchronously(TaskScheduler.Default);
        }

        _portions.Add(portion);
    }

    static Report[] Parse(List<(long Revision, string Place, byte[] Text)> texts) => [.. texts.Select(text =>
        ReportReader.Parse(text.Text).Value is { } report && ReportPlace.Of(report.Id, report.Source) == text.Place
            ? report : throw CatalogException.OfRow("report_revision", text.Revision, "text"))];
}
