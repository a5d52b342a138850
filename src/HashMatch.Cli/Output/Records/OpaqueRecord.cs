using HashMatch.Cli.Files;
using HashMatch.Matching;
using HashMatch.Matching.Opaque;

namespace HashMatch.Cli.Output.Records;

/// <summary>One input's verdict for a caller who must not learn what is on the lists.</summary>
/// <param name="Path">The input, as the caller named it.</param>
/// <param name="Verdict">What it is.</param>
/// <param name="Matches">The matches a verdict by lists rests on, nearest band first.</param>
/// <param name="ErrorCode">Why it could not be read; the message is not shown.</param>
sealed record OpaqueRecord(string Path, Verdict Verdict, IReadOnlyList<OpaqueMatch> Matches, string? ErrorCode) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal const string Columns = "path,verdict,attention,matches,id,distance,list,version,error";

    public string Schema => "hashmatch/opaque@1";

    public string CsvHeader => Columns;

    string Attention => WireNames.Of(Decision.AttentionOf(Verdict));

    internal static OpaqueRecord Of(HashedFile file, Decision decision, OpaqueView view) =>
        new(file.Path, decision.Verdict, view.MatchesOf(decision), file.ErrorCode);

    public void WriteTo(JsonFields json)
    {
        json.Text("path", Path);
        json.Text("verdict", WireNames.Of(Verdict));
        json.Text("attention", Attention);
        json.Json.WriteStartArray("matches");
        foreach (var match in Matches)
        {
            json.Json.WriteStartObject();
            json.Text("id", match.Id);
            json.Text("distance", WireNames.Of(match.Band));
            json.TextIfAny("list", match.List);
            json.TextIfAny("version", match.Version);
            json.Json.WriteEndObject();
        }

        json.Json.WriteEndArray();
        if (ErrorCode is { } code)
        {
            json.Json.WriteStartObject("error");
            json.Text("code", code);
            json.Json.WriteEndObject();
        }
    }

    public void WriteTo(CsvCells cells)
    {
        var first = Matches.Count > 0 ? Matches[0] : null;
        cells.Add(Path, WireNames.Of(Verdict), Attention);
        cells.Add(Matches.Count);
        cells.Add(first?.Id, first is null ? null : WireNames.Of(first.Band), first?.List, first?.Version, ErrorCode);
    }

    public void WriteTo(TextLines lines)
    {
        var why = ErrorCode ?? string.Join(", ", Matches.Select(Explain));
        lines.Add($"{WireNames.Of(Verdict),-16}  {Printable.Of(Path)}{(why.Length > 0 ? "  " : "")}{why}");
    }

    static string Explain(OpaqueMatch match) =>
        $"{WireNames.Of(match.Band)} to {match.Id}{(match.List is { } list ? $" of {Printable.Of(list)}" : "")}";
}
