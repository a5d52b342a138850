using HashMatch.Lists.Formats.JsonLines;
using HashMatch.Lists.Formats.StopNcii;
using HashMatch.Lists.Formats.Text;
using HashMatch.Lists.Formats.Vics;

namespace HashMatch.Lists.Formats;

/// <summary>Opens the writer of a format.</summary>
static class WriterFactory
{
    internal static ListWriter Create(Stream stream, ListExportFormat format, ListHeader header) => format switch
    {
        ListExportFormat.JsonLines => new JsonLinesWriter(stream, header),
        ListExportFormat.Csv => new CsvListWriter(stream, header),
        ListExportFormat.PdqText => new PdqTextWriter(stream, header),
        ListExportFormat.Md5Sums => new DigestSumWriter(stream, header, Hashes.DigestKind.Md5),
        ListExportFormat.Sha1Sums => new DigestSumWriter(stream, header, Hashes.DigestKind.Sha1),
        ListExportFormat.Sha256Sums => new DigestSumWriter(stream, header, Hashes.DigestKind.Sha256),
        ListExportFormat.Vics => new VicsWriter(stream, header),
        ListExportFormat.VicsCases => new VicsCaseWriter(stream, header),
        ListExportFormat.StopNcii => new StopNciiWriter(stream, header),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
    };
}
