using HashMatch.Cli.Pipeline;
using HashMatch.Hashers;
using HashMatch.Matching;

namespace HashMatch.Cli.Output.Records;

/// <summary>Two inputs side by side.</summary>
/// <param name="A">The first; the second is judged against it.</param>
/// <param name="B">The second.</param>
/// <param name="Distance">Bits between the best transform of B and A; null when one could not be read.</param>
/// <param name="UprightDistance">Bits between the two as they are.</param>
/// <param name="Transform">What was done to B for that distance.</param>
/// <param name="Options">The bounds it was judged by.</param>
/// <param name="Decision">The verdict on B.</param>
/// <param name="Why">One sentence for a person.</param>
sealed record ComparisonRecord(
    HashedFile A,
    HashedFile B,
    int? Distance,
    int? UprightDistance,
    PictureTransform Transform,
    MatchOptions Options,
    Decision Decision,
    string Why) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal const string Columns =
        "a,b,distance,transform,uprightDistance,radius,verdict,basis,reason,why,errorA,errorB";

    public string Schema => "hashmatch/compare@1";

    public string CsvHeader => Columns;

    public void WriteTo(JsonFields json)
    {
        json.Text("a", A.Path);
        json.Text("b", B.Path);
        if (Distance is { } distance)
        {
            json.Number("distance", distance);
            json.Text("transform", WireNames.Of(Transform));
            json.NumberIfAny("uprightDistance", UprightDistance);
            json.Number("radius", Options.Radius);
        }

        VerdictRecord.WriteDecision(json, Decision);
        json.Text("why", Why);
        WriteSide(json, "hashA", "qualityA", "errorA", A);
        WriteSide(json, "hashB", "qualityB", "errorB", B);
        json.TextIfAny("profile", A.Profile ?? B.Profile);
    }

    public void WriteTo(CsvCells cells)
    {
        cells.Add(A.Path, B.Path);
        cells.Add(Distance);
        cells.Add(Distance is null ? null : WireNames.Of(Transform));
        cells.Add(UprightDistance);
        cells.Add(Options.Radius);
        cells.Add(
            WireNames.Of(Decision.Verdict),
            Decision.Basis is { } basis ? WireNames.Of(basis) : null,
            Decision.Reason is { } reason ? WireNames.Of(reason) : null,
            Why,
            A.ErrorCode,
            B.ErrorCode);
    }

    public void WriteTo(TextLines lines)
    {
        lines.Add($"{WireNames.Of(Decision.Verdict)}  {Why}");
        foreach (var file in (ReadOnlySpan<HashedFile>)[A, B])
        {
            new HashRecord(file, Options.MinQuality).WriteTo(lines);
        }
    }

    static void WriteSide(JsonFields json, string hash, string quality, string error, HashedFile file)
    {
        if (file.Pdq is { } pdq)
        {
            json.Hash(hash, pdq.Hash);
            json.Number(quality, pdq.Quality);
        }

        json.ErrorIfAny(error, file);
    }
}
