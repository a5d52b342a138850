namespace HashMatch.Lists.Formats.HashSharing;

/// <summary>Bounds how much an XML reader may take in at once: it buffers a name or an attribute whole, however long.</summary>
sealed class TokenBudgetStream(Stream stream) : ForwardStream
{
    long _taken;

    /// <summary>Begins to count anew: the reader has come to its next token.</summary>
    internal void Renew() => _taken = 0;

    public override int Read(Span<byte> buffer)
    {
        var read = stream.Read(buffer);
        _taken += read;
        return _taken <= ListReader.MaxRecordBytes
            ? read
            : throw new ListFormatException($"A single part of the XML document is larger than {ListReader.MaxRecordBytes} bytes.");
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
