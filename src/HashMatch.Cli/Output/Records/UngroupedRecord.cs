using HashMatch.Cli.Files;

namespace HashMatch.Cli.Output.Records;

/// <summary>An input that joins no cluster because it has no hash to be compared: a hash record, in the table of clusters.</summary>
/// <param name="File">The input.</param>
/// <param name="MinQuality">The quality below which a hash is not compared.</param>
sealed record UngroupedRecord(HashedFile File, int MinQuality) : IRecord
{
    readonly HashRecord _hash = new(File, MinQuality);

    public string Schema => _hash.Schema;

    public string CsvHeader => ClusterRecord.Columns;

    public void WriteTo(JsonFields json) => _hash.WriteTo(json);

    public void WriteTo(CsvCells cells) =>
        cells.Add(null, null, null, File.Path, null, null, File.StatusAt(MinQuality), File.ErrorCode, File.Error?.Message);

    public void WriteTo(TextLines lines) => _hash.WriteTo(lines);
}
