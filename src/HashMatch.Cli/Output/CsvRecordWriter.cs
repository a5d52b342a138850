using System.Globalization;
using System.Text;
using HashMatch.Cli.Pipeline;
using HashMatch.Hashers;
using HashMatch.Hashes;

namespace HashMatch.Cli.Output;

/// <summary>Comma-separated values with a header, quoted as RFC 4180 says; one row a record.</summary>
sealed class CsvRecordWriter(Stream output, TimeProvider? clock, int minQuality) : RecordWriter(output, clock)
{
    readonly StringBuilder _row = new();
    bool _hasHeader;

    internal override void Write(HashedFile file)
    {
        WriteHeader("path,status,width,height,format,bytes,xxh128,sha256,md5,profile,hash,quality,partial,error,message,sha1,dihedral");
        WriteRow(
            file.Path,
            StatusOf(file, minQuality),
            Text(file.Width),
            Text(file.Height),
            file.Format,
            Text(file.ByteLength),
            file.DigestText(DigestKind.XxHash128),
            file.DigestText(DigestKind.Sha256),
            file.DigestText(DigestKind.Md5),
            file.Profile,
            file.Pdq?.Hash.ToString(),
            Text(file.Pdq?.Quality),
            file.IsPartial ? "true" : null,
            ErrorCode(file),
            file.Error?.Message,
            file.DigestText(DigestKind.Sha1),
            Text(file.Dihedral));
    }

    internal override void Write(VerdictRecord record)
    {
        var (file, decision) = record;
        var deciding = decision.DecidingMatch;
        WriteHeader("path,verdict,basis,attention,reason,hash,quality,profile,matches,list,entry,algorithm,distance,labels,firstGeneration,firstGenerationDistance,partial,error,message");
        WriteRow(
            file.Path,
            WireNames.Of(decision.Verdict),
            decision.Basis is { } basis ? WireNames.Of(basis) : null,
            WireNames.Of(decision.Attention),
            decision.Reason is { } reason ? WireNames.Of(reason) : null,
            file.Pdq?.Hash.ToString(),
            Text(file.Pdq?.Quality),
            file.Profile,
            Text(decision.Matches.Count),
            deciding?.List,
            deciding?.Entry,
            deciding?.Algorithm,
            Text(deciding?.Distance),
            deciding is null ? null : string.Join(';', deciding.Labels),
            decision.FirstGeneration?.Path,
            Text(decision.FirstGeneration?.Distance),
            file.IsPartial ? "true" : null,
            ErrorCode(file),
            file.Error?.Message);
    }

    internal override void Write(ComparisonRecord record)
    {
        WriteHeader("a,b,distance,transform,uprightDistance,radius,verdict,basis,reason,why,errorA,errorB");
        WriteRow(
            record.A.Path,
            record.B.Path,
            Text(record.Distance),
            record.Distance is null ? null : WireNames.Of(record.Transform),
            Text(record.UprightDistance),
            Text(record.Radius),
            WireNames.Of(record.Decision.Verdict),
            record.Decision.Basis is { } basis ? WireNames.Of(basis) : null,
            record.Decision.Reason is { } reason ? WireNames.Of(reason) : null,
            record.Why,
            ErrorCode(record.A),
            ErrorCode(record.B));
    }

    static string? ErrorCode(HashedFile file) => file.Error is { } error ? WireNames.Of(error.Code) : null;

    static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>One cell, so that the columns are the same with and without them.</summary>
    static string? Text(DihedralHashes? dihedral) => dihedral is not { } hashes ? null : string.Join(';',
        Enum.GetValues<DihedralTransform>().Select(transform => $"{WireNames.Of(transform)}={hashes[transform]}"));

    void WriteHeader(string columns)
    {
        if (!_hasHeader)
        {
            _hasHeader = true;
            Output.Write(Encoding.UTF8.GetBytes(Timestamp() is null ? columns + "\n" : columns + ",at\n"));
        }
    }

    void WriteRow(params ReadOnlySpan<string?> fields)
    {
        _row.Clear();
        foreach (var field in fields)
        {
            Append(field);
            _row.Append(',');
        }

        if (Timestamp() is { } timestamp)
        {
            _row.Append(timestamp);
        }
        else
        {
            _row.Length--;
        }

        _row.Append('\n');
        Output.Write(Encoding.UTF8.GetBytes(_row.ToString()));
    }

    void Append(string? field)
    {
        if (field is not null && field.AsSpan().ContainsAny(",\"\r\n"))
        {
            _row.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        else
        {
            _row.Append(field);
        }
    }
}
