namespace HashMatch.Lists.Formats.Text;

/// <summary>What a column of a table holds.</summary>
enum CsvColumnRole
{
    /// <summary>Something that is kept as it is.</summary>
    Other,

    /// <summary>Hexadecimal digits.</summary>
    Hash,

    /// <summary>The entry's id.</summary>
    Id,

    /// <summary>A path, which is the id where there is no other.</summary>
    Path,

    /// <summary>Labels parted by <c>;</c>.</summary>
    Labels,

    /// <summary>When the entry was made.</summary>
    Created,
}
