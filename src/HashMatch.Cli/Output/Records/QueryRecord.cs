using System.Globalization;
using HashMatch.Cli.Files;

namespace HashMatch.Cli.Output.Records;

/// <summary>What an index holds near one input.</summary>
/// <param name="File">The input.</param>
/// <param name="MinQuality">The quality below which nothing is asked for.</param>
/// <param name="Hits">Nearest first; none for an input without a hash of good quality.</param>
sealed record QueryRecord(HashedFile File, int MinQuality, IReadOnlyList<QueryHit> Hits) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal const string Columns =
        "path,status,hash,quality,profile,id,name,distance,partial,error,message";

    public string Schema => "hashmatch/query@1";

    public string CsvHeader => Columns;

    public void WriteTo(JsonFields json)
    {
        json.Text("path", File.Path);
        json.Text("status", File.StatusAt(MinQuality));
        json.HashOf(File);
        json.Json.WriteStartArray("hits");
        foreach (var hit in Hits)
        {
            json.Json.WriteStartObject();
            json.Number("id", hit.Id);
            json.TextIfAny("name", hit.Name);
            json.Number("distance", hit.Distance);
            json.Json.WriteEndObject();
        }

        json.Json.WriteEndArray();
        json.Tail(File);
    }

    /// <summary>One row a hit, and one without for an input that has none.</summary>
    public void WriteTo(CsvCells cells)
    {
        for (var i = 0; i < Math.Max(Hits.Count, 1); i++)
        {
            if (i > 0)
            {
                cells.EndRow();
            }

            QueryHit? hit = i < Hits.Count ? Hits[i] : null;
            cells.Add(File.Path, File.StatusAt(MinQuality), File.Pdq?.Hash.ToString());
            cells.Add(File.Pdq?.Quality);
            cells.Add(File.Profile);
            cells.Add(hit?.Id);
            cells.Add(hit?.Name);
            cells.Add(hit?.Distance);
            cells.Add(File.Picture.IsPartial ? "true" : null, File.ErrorCode, File.Error?.Message);
        }
    }

    public void WriteTo(TextLines lines)
    {
        lines.Add(File.Error is { } error
            ? $"{Printable.Of(File.Path)}  failed  {File.ErrorCode}: {Printable.Of(error.Message)}"
            : string.Create(CultureInfo.InvariantCulture, $"{Printable.Of(File.Path)}  {(!File.IsMatchableAt(MinQuality) ? "low quality, not asked for" : $"{Hits.Count} hits")}"));
        foreach (var hit in Hits)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"  {hit.Distance,3} bits  #{hit.Id}{(hit.Name is null ? "" : "  " + Printable.Of(hit.Name))}"));
        }
    }
}
