namespace HashMatch.Cli.Output;

/// <summary>Writes records to standard output in one format. Every record is written whole.</summary>
abstract class RecordWriter(Stream output, TimeProvider? clock) : IDisposable
{
    /// <summary>Where finished text goes, UTF-8.</summary>
    protected BufferedStream Output { get; } = new(output, 1 << 16);

    /// <summary>A writer of the format asked for.</summary>
    /// <param name="format"><c>jsonl</c>, <c>csv</c> or <c>text</c>.</param>
    /// <param name="output">Standard output; left open.</param>
    /// <param name="clock">Stamps records when timestamps were asked for; null otherwise.</param>
    /// <param name="columns">Those of the records to come, so that a table without any still has its header.</param>
    internal static RecordWriter Create(string format, Stream output, TimeProvider? clock, string columns) => format switch
    {
        "jsonl" => new JsonlRecordWriter(output, clock),
        "csv" => new CsvRecordWriter(output, clock, columns),
        "text" => new TextRecordWriter(output, clock),
        _ => throw CommandException.Usage($"'{format}' is no format: use jsonl, csv or text."),
    };

    internal abstract void Write(IRecord record);

    /// <summary>Hands everything written to the operating system.</summary>
    internal void Flush() => Output.Flush();

    /// <summary>The timestamp of a record, or null when none were asked for.</summary>
    protected string? Timestamp() =>
        clock is null ? null : TimeText.Of(clock.GetUtcNow());

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        // Not the stream's own Dispose, which would close standard output.
        Output.Flush();
    }
}
