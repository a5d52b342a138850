using System.Globalization;
using HashMatch.Storage;

namespace HashMatch.Cli.Output.Records;

/// <summary>What an index file says of itself.</summary>
/// <param name="Path">The file.</param>
/// <param name="Info">Its header.</param>
/// <param name="IsVerified">Whether all checksums were compared just now.</param>
sealed record IndexRecord(string Path, SnapshotInfo Info, bool IsVerified) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal const string Columns =
        "index,hashes,bits,profile,bytes,verified";

    public string Schema => "hashmatch/index@1";

    public string CsvHeader => Columns;

    public void WriteTo(JsonFields json)
    {
        json.Text("index", Path);
        json.Number("hashes", Info.HashCount);
        json.Number("bits", Info.BitCount);
        json.Text("profile", Info.Profile);
        json.Number("bytes", Info.FileLength);
        json.Json.WriteBoolean("verified", IsVerified);
    }

    public void WriteTo(CsvCells cells)
    {
        cells.Add(Path);
        cells.Add(Info.HashCount);
        cells.Add(Info.BitCount);
        cells.Add(Info.Profile);
        cells.Add(Info.FileLength);
        cells.Add(IsVerified);
    }

    public void WriteTo(TextLines lines) => lines.Add(string.Create(CultureInfo.InvariantCulture,
        $"{Printable.Of(Path)}: {Info.HashCount} hashes of {Info.BitCount} bits, profile {Printable.Of(Info.Profile)}, {Info.FileLength} bytes{(IsVerified ? ", all checksums right" : "")}"));
}
