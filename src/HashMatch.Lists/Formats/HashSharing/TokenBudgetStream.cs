namespace HashMatch.Lists.Formats.HashSharing;

/// <summary>Bounds how much an XML reader may take in at once: it buffers a name or an attribute whole, however long.</summary>
sealed class TokenBudgetStream(Stream stream) : Stream
{
    long _taken;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Begins to count anew: the reader has come to its next token.</summary>
    internal void Renew() => _taken = 0;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = stream.Read(buffer);
        _taken += read;
        return _taken <= ListReader.MaxRecordBytes
            ? read
            : throw new ListFormatException($"A single part of the XML document is larger than {ListReader.MaxRecordBytes} bytes.");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
        }

        base.Dispose(disposing);
    }
}
