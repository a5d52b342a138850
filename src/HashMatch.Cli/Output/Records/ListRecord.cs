using System.Globalization;

namespace HashMatch.Cli.Output.Records;

/// <summary>What a list holds.</summary>
/// <param name="Content">Its rows, counted.</param>
sealed record ListRecord(ListContent Content) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal const string Columns =
        "list,format,name,version,role,radius,profile,rows,entries,tombstones,rejected,hashes,labels,moreHashes,moreLabels";

    public string Schema => "hashmatch/list-info@1";

    public string CsvHeader => Columns;

    public void WriteTo(JsonFields json)
    {
        var header = Content.Header;
        json.Text("list", Content.Path);
        json.Text("format", WireNames.Of(Content.Format));
        json.TextIfAny("name", header.Name);
        json.TextIfAny("version", header.Version);
        json.TextIfAny("role", header.Role is { } role ? WireNames.Of(role) : null);
        json.NumberIfAny("radius", header.Radius);
        json.TextIfAny("profile", header.Profile);
        json.Number("rows", Content.Counts.Rows);
        json.Number("entries", Content.Counts.Entries);
        json.Number("tombstones", Content.Counts.Tombstones);
        json.Number("rejected", Content.Counts.Rejected);
        json.CountsOf("hashes", Content.Hashes.Counts);
        json.CountsOf("labels", Content.Labels.Counts);
        json.NumberIfAny("moreHashes", MoreOf(Content.Hashes));
        json.NumberIfAny("moreLabels", MoreOf(Content.Labels));
    }

    public void WriteTo(CsvCells cells)
    {
        var header = Content.Header;
        cells.Add(Content.Path, WireNames.Of(Content.Format), header.Name, header.Version, header.Role is { } role ? WireNames.Of(role) : null);
        cells.Add(header.Radius);
        cells.Add(header.Profile);
        cells.Add(Content.Counts.Rows);
        cells.Add(Content.Counts.Entries);
        cells.Add(Content.Counts.Tombstones);
        cells.Add(Content.Counts.Rejected);
        cells.Add(CountText.Of(Content.Hashes.Counts), CountText.Of(Content.Labels.Counts));
        cells.Add(MoreOf(Content.Hashes));
        cells.Add(MoreOf(Content.Labels));
    }

    public void WriteTo(TextLines lines)
    {
        var header = Content.Header;
        lines.Add($"{Printable.Of(Content.Path)}: {WireNames.Of(Content.Format)}{Named("name", header.Name)}{Named("version", header.Version)}" +
            $"{Named("role", header.Role is { } role ? WireNames.Of(role) : null)}{Named("radius", header.Radius?.ToString(CultureInfo.InvariantCulture))}{Named("profile", header.Profile)}");
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"  {Content.Counts.Entries} entries, {Content.Counts.Tombstones} tombstones, {Content.Counts.Rejected} rows that cannot be used"));
        lines.Add($"  hashes: {Printable.Of(Content.Hashes.ToString())}");
        if (Content.Labels.Counts.Count > 0)
        {
            lines.Add($"  labels: {Printable.Of(Content.Labels.ToString())}");
        }
    }

    static long? MoreOf(NamedCounts counts) => counts.More > 0 ? counts.More : null;

    static string Named(string name, string? text) => text is null ? "" : $", {name} {Printable.Of(text)}";
}
