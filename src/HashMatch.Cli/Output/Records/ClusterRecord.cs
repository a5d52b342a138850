using System.Globalization;
using HashMatch.Hashers;

namespace HashMatch.Cli.Output.Records;

/// <summary>One group of near-duplicates.</summary>
/// <param name="Number">Its place in the output, from 1.</param>
/// <param name="Members">By path; the first is the representative.</param>
sealed record ClusterRecord(int Number, IReadOnlyList<ClusterMember> Members) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal const string Columns =
        "cluster,size,representative,path,distance,transform,status,error,message";

    public string Schema => "hashmatch/cluster@1";

    public string CsvHeader => Columns;

    string Representative => Members[0].Path;

    public void WriteTo(JsonFields json)
    {
        json.Number("cluster", Number);
        json.Number("size", Members.Count);
        json.Text("representative", Representative);
        json.Json.WriteStartArray("members");
        foreach (var member in Members)
        {
            json.Json.WriteStartObject();
            json.Text("path", member.Path);
            json.Number("distance", member.Distance);
            json.Text("transform", WireNames.Of(DihedralTransform.Identity));
            json.Json.WriteEndObject();
        }

        json.Json.WriteEndArray();
    }

    /// <summary>One row a member.</summary>
    public void WriteTo(CsvCells cells)
    {
        for (var i = 0; i < Members.Count; i++)
        {
            if (i > 0)
            {
                cells.EndRow();
            }

            cells.Add(Number);
            cells.Add(Members.Count);
            cells.Add(Representative, Members[i].Path);
            cells.Add(Members[i].Distance);
            cells.Add(WireNames.Of(DihedralTransform.Identity), "ok", null, null);
        }
    }

    public void WriteTo(TextLines lines)
    {
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"cluster {Number}: {Members.Count} images"));
        foreach (var member in Members)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"  {member.Distance,3} bits  {Printable.Of(member.Path)}"));
        }
    }
}
