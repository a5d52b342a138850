using System.Globalization;
using System.Text;
using System.Text.Json;
using HashMatch.Cli.Output.Records.Triage;
using HashMatch.Lists;
using HashMatch.Triage;
using HashMatch.Triage.Reports;

namespace HashMatch.Cli.Output;

/// <summary>The items of reports in the forms that case tools read.</summary>
static class CaseFiles
{
    /// <summary>A VICS document: an entry an item, with the report it comes from as its comment. Items without a hash have no place there.</summary>
    internal static ExportRecord WriteVics(Stream stream, string path, IReadOnlyList<TriageEntry> reports)
    {
        using var writer = ListWriter.Create(stream, ListExportFormat.Vics, new ListHeader());
        foreach (var entry in reports)
        {
            for (var i = 0; i < entry.Report.Items.Count; i++)
            {
                writer.Write(EntryOf(entry, i));
            }
        }

        writer.Complete();
        return new ExportRecord(path, "vics", reports.Count, writer.Written, writer.LeftOut, writer.Losses);
    }

    /// <summary>A table: a row an item, one without an item for a report that has none.</summary>
    internal static ExportRecord WriteCsv(Stream stream, string path, IReadOnlyList<TriageEntry> reports, TriageView view)
    {
        stream.Write(Encoding.UTF8.GetBytes(ReportItemCells.Columns + "\n"));
        long written = 0;
        foreach (var entry in reports)
        {
            CsvCells cells = new(null);
            for (var i = entry.Report.Items.Count == 0 ? -1 : 0; i < entry.Report.Items.Count; i++)
            {
                ReportItemCells.Write(cells, entry, i, view);
                cells.EndRow();
                written += i < 0 ? 0 : 1;
            }

            stream.Write(Encoding.UTF8.GetBytes(cells.ToString()));
        }

        return new ExportRecord(path, "csv", reports.Count, written, 0, new Dictionary<string, long>());
    }

    static ListEntry EntryOf(TriageEntry entry, int position)
    {
        var item = entry.Report.Items[position];
        var verdict = entry.Case.Verdicts[position];
        var said = string.Create(CultureInfo.InvariantCulture,
            $"report {ReportName.Of(entry.Report)}, item {position}: {(verdict is null ? "no verdict" : WireNames.Of(verdict.Verdict))}");
        return new ListEntry { Pdq = item.Pdq, Digests = item.Digests, Labels = verdict?.Labels ?? [], ExtraFields = Fields(item, said) };
    }

    /// <summary>Fields of VICS that lists of ours have no place for.</summary>
    static string Fields(ReportItem item, string said)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter json = new(text))
        {
            json.WriteStartObject();
            json.WriteString("Comments", said);
            if (item.Path is { } path)
            {
                json.WriteStartArray("MediaFiles");
                json.WriteStartObject();
                json.WriteString("FileName", Path.GetFileName(path));
                json.WriteString("FilePath", path);
                json.WriteEndObject();
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }
}
