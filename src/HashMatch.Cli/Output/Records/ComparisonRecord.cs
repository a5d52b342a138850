using System.Globalization;
using HashMatch.Cli.Files;
using HashMatch.Hashers;
using HashMatch.Matching;
using HashMatch.Matching.Regions;

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
/// <param name="Agreement">What B shares with A, A lying on B; null where regions were not asked for, or one has none.</param>
sealed record ComparisonRecord(
    HashedFile A,
    HashedFile B,
    int? Distance,
    int? UprightDistance,
    PictureTransform Transform,
    MatchOptions Options,
    Decision Decision,
    string Why,
    RegionAgreement? Agreement = null) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal const string Columns =
        "a,b,distance,transform,uprightDistance,radius,verdict,basis,reason,why,errorA,errorB,distances,oneIn,regions,scale,offsetX,offsetY";

    /// <summary>How far the two lie apart by every other algorithm that both have a hash of.</summary>
    IEnumerable<(AlgorithmHash Hash, int Distance)> Distances =>
        from a in A.Hashes
        from b in B.Hashes
        where a.Kind == b.Kind
        select (a, a.Bits.DistanceTo(b.Bits));

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
            json.Number("oneIn", DistinctPairs.OneIn(distance));
        }

        WriteDistances(json);
        json.AgreementIfAny(Agreement);
        DecisionFields.WriteVerdict(json, Decision);
        json.Text("why", Why);
        WriteSide(json, "hashA", "qualityA", "hashesA", "errorA", A);
        WriteSide(json, "hashB", "qualityB", "hashesB", "errorB", B);
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
            B.ErrorCode,
            Distances.Any() ? string.Join(';', Distances.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{WireNames.Of(pair.Hash.Kind)}={pair.Distance}"))) : null);
        cells.Add(Distance is { } measured ? DistinctPairs.OneIn(measured) : null);
        var placed = Agreement is { Regions: > 1 } ? Agreement : null;
        cells.Add(Agreement?.Regions);
        cells.Add(placed?.Scale.ToString("0.###", CultureInfo.InvariantCulture));
        cells.Add(placed is { } x ? (long)MathF.Round(x.OffsetX) : null);
        cells.Add(placed is { } y ? (long)MathF.Round(y.OffsetY) : null);
    }

    public void WriteTo(TextLines lines)
    {
        lines.Add($"{WireNames.Of(Decision.Verdict)}  {Why}");
        if (Distance is { } measured)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"  as near as this: {Chance(measured)} of {DistinctPairs.Measured:N0} pairs of different photographs measured"));
        }

        foreach (var (hash, distance) in Distances)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"  {WireNames.Of(hash.Kind),-9}  {distance} of {hash.BitCount} bits differ"));
        }

        if (Agreement is { } agreement)
        {
            lines.Add($"  {Explanations.OfAgreement(agreement, "A")}");
        }

        foreach (var file in (ReadOnlySpan<HashedFile>)[A, B])
        {
            new HashRecord(file, Options.MinQuality).WriteTo(lines);
        }
    }

    static string Chance(int distance) => DistinctPairs.AsNear(distance) == 0 ? "none"
        : string.Create(CultureInfo.InvariantCulture, $"1 in {DistinctPairs.OneIn(distance):N0}");

    void WriteDistances(JsonFields json)
    {
        if (!Distances.Any())
        {
            return;
        }

        json.Json.WriteStartObject("distances");
        foreach (var (hash, distance) in Distances)
        {
            json.Number(WireNames.Of(hash.Kind), distance);
        }

        json.Json.WriteEndObject();
    }

    static void WriteSide(JsonFields json, string hash, string quality, string hashes, string error, HashedFile file)
    {
        if (file.Pdq is { } pdq)
        {
            json.Hash(hash, pdq.Hash);
            json.Number(quality, pdq.Quality);
            json.HashesIfAny(hashes, file.Hashes);
        }

        json.ErrorIfAny(error, file.Error);
    }
}
