namespace HashMatch.Cli.Output;

/// <summary>JSON Lines, the format pipelines rely on.</summary>
sealed class JsonlRecordWriter : RecordWriter
{
    readonly JsonFields _fields;

    internal JsonlRecordWriter(Stream output, TimeProvider? clock)
        : base(output, clock) => _fields = new JsonFields(Output);

    internal override void Write(IRecord record)
    {
        _fields.Json.WriteStartObject();
        _fields.Text("schema", record.Schema);
        record.WriteTo(_fields);
        _fields.TextIfAny("at", Timestamp());
        _fields.Json.WriteEndObject();
        _fields.Json.Flush();
        Output.WriteByte((byte)'\n');
        _fields.Json.Reset();
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _fields.Dispose();
    }
}
