using System.Globalization;
using HashMatch.Triage.Internals;

namespace HashMatch.Triage.Reports;

/// <summary>Reads reports from JSON Lines, schema <c>hashmatch/report@1</c> (<see cref="ReportSchema"/>).</summary>
/// <remarks>
/// A report is taken if it is valid by the schema. Only <c>id</c>, <c>incidentType</c> and <c>incidentTime</c> must be there;
/// null stands for a field that is not. Fields the schema does not name are kept. A word outside a closed set is a
/// warning, and is kept too. A report whose text would be too long for a line once <see cref="ReportWriter"/> has escaped it is
/// not taken: what is taken can be written and read again.
/// </remarks>
/// <param name="stream">The document, from the stream's position; left open.</param>
/// <param name="options">What is known of the words in use.</param>
public sealed class ReportReader(Stream stream, ReportReadOptions? options = null) : LineReader<Report>(stream)
{
    // An escape has six bytes, for one at the least; and what a writer adds is no more than this.
    const int MostEscaped = 6;
    const int MostAdded = 1024;

    readonly ReportReadOptions _options = options ?? new ReportReadOptions();

    /// <summary>Reads one report.</summary>
    /// <param name="utf8Json">Its JSON.</param>
    /// <param name="line">The line it stands on, for messages.</param>
    /// <param name="options">What is known of the words in use.</param>
    public static LineRow<Report> Parse(ReadOnlySpan<byte> utf8Json, long line = 1, ReportReadOptions? options = null)
    {
        options ??= new ReportReadOptions();
        var row = utf8Json.Length <= MaxLineBytes && QuickReport.Read(utf8Json, options) is { } report
            ? new LineRow<Report>(line, report, [])
            : ParseByFields(utf8Json, line, options);
        return row.IsAccepted && utf8Json.Length > (MaxLineBytes - MostAdded) / MostEscaped && ReportWriter.ToUtf8Bytes(row.Value).Length > MaxLineBytes
            ? new LineRow<Report>(line, null, [new FieldProblem(line, "$", string.Create(CultureInfo.InvariantCulture, $"is longer than {MaxLineBytes} bytes once it is escaped"))])
            : row;
    }

    /// <summary>The same field by field, with all that is odd: what the quick reader must agree with.</summary>
    internal static LineRow<Report> ParseByFields(ReadOnlySpan<byte> utf8Json, long line, ReportReadOptions options)
    {
        FieldNotes notes = new(line);
        var report = JsonObjects.TryParseLine(utf8Json, MaxLineBytes, MaxDepth, notes, out var fields)
            ? ReportFields.Read(fields, options, notes)
            : null;
        return new LineRow<Report>(line, notes.HasErrors ? null : report, notes.Problems);
    }

    private protected override LineRow<Report> ParseLine(ReadOnlySpan<byte> line, long number) => Parse(line, number, _options);
}
