using HashMatch.Triage.Internals;

namespace HashMatch.Triage.Reports;

/// <summary>Reads reports from JSON Lines, schema <c>hashmatch/report@1</c> (<see cref="ReportSchema"/>).</summary>
/// <remarks>
/// A report is taken if it is valid by the schema. Only <c>id</c>, <c>incidentType</c> and <c>incidentTime</c> must be there;
/// null stands for a field that is not. Fields the schema does not name are kept. A word outside a closed set is a
/// warning, and is kept too.
/// </remarks>
/// <param name="stream">The document, from the stream's position; left open.</param>
/// <param name="options">What is known of the words in use.</param>
public sealed class ReportReader(Stream stream, ReportReadOptions? options = null) : LineReader<Report>(stream)
{
    readonly ReportReadOptions _options = options ?? new ReportReadOptions();

    /// <summary>Reads one report.</summary>
    /// <param name="utf8Json">Its JSON.</param>
    /// <param name="line">The line it stands on, for messages.</param>
    /// <param name="options">What is known of the words in use.</param>
    public static LineRow<Report> Parse(ReadOnlySpan<byte> utf8Json, long line = 1, ReportReadOptions? options = null)
    {
        options ??= new ReportReadOptions();
        return utf8Json.Length <= MaxLineBytes && QuickReport.Read(utf8Json, options) is { } report
            ? new LineRow<Report>(line, report, [])
            : ParseByFields(utf8Json, line, options);
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
