using System.Globalization;
using HashMatch.Cli.Files;
using HashMatch.Hashers;
using HashMatch.Hashes;

namespace HashMatch.Cli.Output.Records;

/// <summary>One input's hash, or why it has none.</summary>
/// <param name="File">What was read of it.</param>
/// <param name="MinQuality">The quality below which the status is <c>low-quality</c>.</param>
sealed record HashRecord(HashedFile File, int MinQuality) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal const string Columns =
        "path,status,width,height,format,bytes,xxh128,sha256,md5,profile,hash,quality,partial,error,message,sha1,dihedral,hashes,undecidedBits,trimmed,content";

    public string Schema => "hashmatch/hash@1";

    public string CsvHeader => Columns;

    string Status => File.StatusAt(MinQuality);

    public void WriteTo(JsonFields json)
    {
        json.Text("path", File.Path);
        json.Text("status", Status);
        json.NumberIfAny("width", File.Picture.Width);
        json.NumberIfAny("height", File.Picture.Height);
        json.TextIfAny("format", File.Picture.Format);
        json.NumberIfAny("bytes", File.Picture.ByteLength);
        json.TextIfAny("xxh128", File.DigestText(DigestKind.XxHash128));
        json.TextIfAny("sha256", File.DigestText(DigestKind.Sha256));
        json.TextIfAny("md5", File.DigestText(DigestKind.Md5));
        json.TextIfAny("sha1", File.DigestText(DigestKind.Sha1));
        if (File.Pdq is { } pdq)
        {
            json.TextIfAny("profile", File.Profile);
            json.Pdq(pdq);
        }

        json.HashesIfAny("hashes", File.Hashes);
        json.DihedralIfAny(File.Forms?.Dihedral);
        json.TrimmedIfAny("trimmed", File.Forms?.Trimmed);
        json.TrimmedIfAny("content", File.Forms?.Content);
        json.Tail(File);
    }

    public void WriteTo(CsvCells cells)
    {
        cells.Add(File.Path, Status);
        cells.Add(File.Picture.Width);
        cells.Add(File.Picture.Height);
        cells.Add(File.Picture.Format);
        cells.Add(File.Picture.ByteLength);
        cells.Add(
            File.DigestText(DigestKind.XxHash128),
            File.DigestText(DigestKind.Sha256),
            File.DigestText(DigestKind.Md5),
            File.Profile,
            File.Pdq?.Hash.ToString());
        cells.Add(File.Pdq?.Quality);
        cells.Add(File.Picture.IsPartial ? "true" : null, File.ErrorCode, File.Error?.Message, File.DigestText(DigestKind.Sha1), Dihedral(), Hashes());
        cells.Add(File.Pdq is { UndecidedBits: > 0 } pdq ? pdq.UndecidedBits : null);
        cells.Add(File.Forms?.Trimmed is { } trimmed ? $"{WireNames.Of(trimmed.Border)}={trimmed.Pdq.Hash}" : null);
        cells.Add(File.Forms?.Content?.Pdq.Hash.ToString());
    }

    public void WriteTo(TextLines lines)
    {
        lines.Add(File.Pdq is { } pdq
            ? string.Create(CultureInfo.InvariantCulture, $"{pdq.Hash}  {pdq.Quality,3}  {Printable.Of(File.Path)}")
            : $"{"failed",-69}  {Printable.Of(File.Path)}  {File.ErrorCode}: {Printable.Of(File.Error!.Message)}");
        foreach (var hash in File.Hashes)
        {
            lines.Add($"  {WireNames.Of(hash.Kind),-9}  {hash}");
        }
    }

    /// <summary>One cell, as with the dihedral ones.</summary>
    string? Hashes() => File.Hashes.Count == 0 ? null
        : string.Join(';', File.Hashes.Select(hash => $"{WireNames.Of(hash.Kind)}={hash}"));

    /// <summary>One cell, so that the columns are the same with and without them.</summary>
    string? Dihedral() => File.Forms?.Dihedral is not { } hashes ? null : string.Join(';',
        Enum.GetValues<DihedralTransform>().Select(transform => $"{WireNames.Of(transform)}={hashes[transform]}"));
}
