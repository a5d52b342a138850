using System.Text;

namespace HashMatch.Cli.Output;

/// <summary>Comma-separated values with a header, there also without records; another header where the kind of record changes.</summary>
sealed class CsvRecordWriter(Stream output, TimeProvider? clock, string columns) : RecordWriter(output, clock)
{
    string? _header;

    internal override void Write(IRecord record)
    {
        WriteHeader(record.CsvHeader);
        CsvCells cells = new(Timestamp());
        record.WriteTo(cells);
        cells.EndRow();
        Output.Write(Encoding.UTF8.GetBytes(cells.ToString()));
    }

    protected override void Dispose(bool disposing)
    {
        if (_header is null)
        {
            WriteHeader(columns);
        }

        base.Dispose(disposing);
    }

    void WriteHeader(string header)
    {
        if (header != _header)
        {
            _header = header;
            Output.Write(Encoding.UTF8.GetBytes(Timestamp() is null ? header + "\n" : header + ",at\n"));
        }
    }
}
