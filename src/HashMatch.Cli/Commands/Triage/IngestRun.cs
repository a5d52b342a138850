using HashMatch.Catalog;
using HashMatch.Catalog.Triage;
using HashMatch.Cli.Inputs;
using HashMatch.Cli.Output;
using HashMatch.Cli.Output.Records.Triage;
using HashMatch.Cli.Pipeline;
using HashMatch.Triage;
using HashMatch.Triage.Reports;

namespace HashMatch.Cli.Commands.Triage;

/// <summary>Takes reports in, some at a time; what is printed is kept.</summary>
/// <param name="input">Where the reader reads.</param>
/// <param name="catalog">Where they are kept.</param>
/// <param name="files">Reads the files of items.</param>
/// <param name="writer">Where records go, after the commit of what they tell.</param>
/// <param name="strict">Whether a row that cannot be used ends the run.</param>
/// <param name="decidesAnew">Whether items of reports that are there already are decided once more.</param>
sealed class IngestRun(TextInput input, CatalogWriter catalog, ItemFiles files, RecordWriter writer, bool strict, bool decidesAnew)
{
    /// <summary>A commit waits for the disk: it is worth some reports, but not more items than a disk takes in a moment.</summary>
    const int MostReports = 512;

    const int MostItems = 4096;

    readonly HeldRecords _records = new(writer, catalog.Commit);

    /// <summary>What came in so far.</summary>
    internal IngestCounts Counts { get; } = new();

    internal async Task RunAsync(ReportReader reader, CancellationToken cancellation)
    {
        List<LineRow<Report>> rows = [];
        var items = 0;
        while (input.Attempt(() => reader.TryRead(out var read) ? read : null) is { } row)
        {
            rows.Add(row);
            items += row.Value?.Items.Count ?? 0;
            var stops = strict && !row.IsAccepted;
            if (stops || rows.Count == MostReports || items >= MostItems)
            {
                await TakeAsync(rows, cancellation);
                rows.Clear();
                items = 0;
            }

            if (stops)
            {
                throw CommandException.Unusable($"'{input.Name}' has a row that cannot be used: {row.Problems[0]}");
            }
        }

        await TakeAsync(rows, cancellation);
        catalog.Complete();
        writer.Write(new IngestCountsRecord(Counts));
    }

    async Task TakeAsync(List<LineRow<Report>> rows, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        // Files of reports that are there already need not be read again; a report that comes twice in a row is read twice.
        var wanted = rows.Where(row => row.IsAccepted && (decidesAnew || !catalog.Reports.IsKnown(row.Value))).Select(row => row.Value!).ToList();
        var readings = await files.ReadAsync(wanted, cancellation);
        var next = 0;
        foreach (var row in rows)
        {
            var isWanted = next < wanted.Count && ReferenceEquals(row.Value, wanted[next]);
            var receipt = row.Value is { } report
                ? catalog.Reports.Submit(report, isWanted ? readings[next] : new ItemReading?[report.Items.Count], decidesAnew)
                : null;
            next += isWanted ? 1 : 0;
            IngestRecord record = new(row, receipt);
            Counts.Add(record);
            _records.Add(record);
        }

        _records.Settle();
        writer.Flush();
    }
}
