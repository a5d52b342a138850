namespace HashMatch.Cli.Output;

/// <summary>One thing a verb has to say, in each of the three formats. Fields are only ever added.</summary>
interface IRecord
{
    /// <summary>The schema named in JSON, such as <c>hashmatch/hash@1</c>.</summary>
    string Schema { get; }

    /// <summary>The names of the columns, parted by commas.</summary>
    string CsvHeader { get; }

    /// <summary>Writes the fields behind the schema, in their fixed order.</summary>
    void WriteTo(JsonFields json);

    /// <summary>Writes the cells, one for each column; a record with several rows ends each but the last.</summary>
    void WriteTo(CsvCells cells);

    /// <summary>Writes lines for a person.</summary>
    void WriteTo(TextLines lines);
}
