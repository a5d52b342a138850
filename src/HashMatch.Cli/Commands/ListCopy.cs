using HashMatch.Cli.Inputs;
using HashMatch.Cli.Output.Records;
using HashMatch.Lists;

namespace HashMatch.Cli.Commands;

/// <summary>Writes a list from another, row by row, whole or not at all.</summary>
sealed class ListCopy(string source, string output, ListReadOptions options, ListRowReports reports, CancellationToken cancellation)
{
    /// <summary>The list in another format.</summary>
    /// <param name="format">The format.</param>
    /// <param name="headerOf">Its header, from the source's.</param>
    internal ListWriteRecord Convert(ListExportFormat format, Func<ListHeader, ListHeader> headerOf)
    {
        using var reader = ListFiles.Open(source, options);
        return ListFiles.Attempt(output, "written", () => ListFile.Replace(output, stream =>
        {
            using var writer = ListWriter.Create(stream, format, headerOf(reader.Header));
            foreach (var row in ListFiles.Rows(reader, source))
            {
                cancellation.ThrowIfCancellationRequested();
                if (row.IsEntry)
                {
                    writer.Write(row.Entry);
                }
                else
                {
                    reports.Add(source, row.Error);
                }
            }

            writer.Complete();
            return RecordOf(reader.Format, reader.Counts, writer, format, update: null);
        }));
    }

    /// <summary>The list that is there, with the source laid over it.</summary>
    /// <param name="headerOf">The new header, from the list's own with the source's version.</param>
    internal ListWriteRecord Update(Func<ListHeader, ListHeader> headerOf)
    {
        var update = ListFiles.Attempt(source, "read", () => new ListUpdate(() => ListReader.Open(source, options), error => reports.Add(source, error)));
        using var list = ListFiles.Open(output, new ListReadOptions { Name = options.Name });
        if (list.Format != ListFormat.JsonLines)
        {
            throw CommandException.Unusable($"the list '{output}' is not one of ours, so it cannot be updated: import it first.");
        }

        return ListFiles.Attempt(output, "updated", () => ListFile.Replace(output, stream =>
        {
            var header = headerOf(list.Header with { Version = update.Header.Version ?? list.Header.Version });
            using var writer = ListWriter.Create(stream, ListExportFormat.JsonLines, header);
            var summary = update.Apply(list, writer, error => reports.Add(output, error));
            cancellation.ThrowIfCancellationRequested();
            writer.Complete();
            return RecordOf(update.Format, update.Counts, writer, ListExportFormat.JsonLines, summary);
        }));
    }

    ListWriteRecord RecordOf(ListFormat from, ListCounts counts, ListWriter writer, ListExportFormat format, ListUpdateSummary? update) =>
        new(source, output, from, WireNames.Of(format), counts, writer.Written, writer.LeftOut, writer.Losses, update);
}
