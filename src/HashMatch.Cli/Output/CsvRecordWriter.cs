using System.Text;

namespace HashMatch.Cli.Output;

/// <summary>Comma-separated values with a header; another header where the kind of record changes.</summary>
sealed class CsvRecordWriter(Stream output, TimeProvider? clock) : RecordWriter(output, clock)
{
    string? _header;

    internal override void Write(IRecord record)
    {
        var timestamp = Timestamp();
        if (record.CsvHeader != _header)
        {
            _header = record.CsvHeader;
            Output.Write(Encoding.UTF8.GetBytes(timestamp is null ? _header + "\n" : _header + ",at\n"));
        }

        CsvCells cells = new(timestamp);
        record.WriteTo(cells);
        cells.EndRow();
        Output.Write(Encoding.UTF8.GetBytes(cells.ToString()));
    }
}
