using HashMatch.Catalog.Internals;
using HashMatch.Triage.Reports;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Triage;

/// <summary>Reports by name, and all they ever said.</summary>
sealed class ReportTable : IDisposable
{
    const string Select = "SELECT id, name, source, revision FROM report";

    readonly Statement _ofPlace;
    readonly Statement _named;
    readonly Statement _text;
    readonly Statement _insert;
    readonly Statement _revise;
    readonly Statement _addRevision;

    internal ReportTable(SqliteConnection connection)
    {
        _ofPlace = new Statement(connection, Select + " WHERE place = $0");
        _named = new Statement(connection, Select + " WHERE name = $0 ORDER BY place");
        _text = new Statement(connection, "SELECT text FROM report_revision WHERE decision = $0 AND report = $1");
        _insert = new Statement(connection, "INSERT INTO report (place, name, source, revision) VALUES ($0, $1, $2, $3) RETURNING id");
        _revise = new Statement(connection, "UPDATE report SET revision = $1 WHERE id = $0");
        _addRevision = new Statement(connection, "INSERT INTO report_revision (decision, report, text) VALUES ($0, $1, $2)");
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)[_ofPlace, _named, _text, _insert, _revise, _addRevision])
        {
            statement.Dispose();
        }
    }

    internal ReportRow? Find(string place)
    {
        using var row = _ofPlace.Rows(place);
        return row.Read() ? Read(row) : null;
    }

    /// <summary>The reports of that id, whichever system they come from.</summary>
    internal IReadOnlyList<ReportRow> Named(string id)
    {
        using var row = _named.Rows(id);
        List<ReportRow> reports = [];
        while (row.Read())
        {
            reports.Add(Read(row));
        }

        return reports;
    }

    /// <summary>What a report says now, as JSON.</summary>
    internal byte[] TextOf(ReportRow report) =>
        _text.Value(report.Revision, report.Number) as byte[] ?? throw CatalogException.OfRow("report", report.Number, "revision");

    internal void Write(ReportRow? known, string place, Report report, long revision, byte[] text)
    {
        var number = known?.Number ?? _insert.Number(place, report.Id, report.Source, revision);
        if (known is not null)
        {
            _revise.Run(number, revision);
        }

        _addRevision.Run(revision, number, text);
    }

    static ReportRow Read(SqliteDataReader row)
    {
        Cells report = new(row, "report", 0);
        return new ReportRow(report.Id(0), report.Text(1), report.TextOrNull(2), report.Id(3));
    }
}
