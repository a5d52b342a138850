namespace HashMatch.Lists.Formats.HashSharing;

/// <summary>Bounds how much an XML reader may take in for one record: what a record says is held until its end, and a name or an attribute whole.</summary>
sealed class RecordBudgetStream(Stream stream) : ForwardStream
{
    long _taken;

    /// <summary>Begins to count anew.</summary>
    internal void Renew() => _taken = 0;

    public override int Read(Span<byte> buffer)
    {
        var read = stream.Read(buffer);
        _taken += read;
        return _taken <= ListReader.MaxRecordBytes
            ? read
            : throw new ListFormatException($"A record of the XML document is larger than {ListReader.MaxRecordBytes} bytes.");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
        }

        base.Dispose(disposing);
    }
}
