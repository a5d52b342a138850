namespace HashMatch.Cli.Output;

/// <summary>Lines for a person, as each record words them.</summary>
sealed class TextRecordWriter(Stream output, TimeProvider? clock) : RecordWriter(output, clock)
{
    internal override void Write(IRecord record) => record.WriteTo(new TextLines(Output, Timestamp()));
}
