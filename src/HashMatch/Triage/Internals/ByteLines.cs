using System.Buffers;

namespace HashMatch.Triage.Internals;

/// <summary>The lines of a UTF-8 stream, never more of one in memory than the bound.</summary>
sealed class ByteLines(Stream stream, int maxLength) : IDisposable
{
    const int BlockLength = 1 << 16;

    byte[] _buffer = ArrayPool<byte>.Shared.Rent(BlockLength);
    int _start;
    int _end;
    bool _isFinal;

    /// <summary>The number of the line last read, 1 for the first.</summary>
    internal long Number { get; private set; }

    /// <summary>Whether the line last read was longer than the bound; it is then empty.</summary>
    internal bool IsTooLong { get; private set; }

    /// <summary>Reads the next line, without its end; valid until the next call.</summary>
    internal bool TryRead(out ReadOnlySpan<byte> line)
    {
        IsTooLong = false;
        var seen = 0;
        while (true)
        {
            var end = _buffer.AsSpan(_start + seen, _end - _start - seen).IndexOf((byte)'\n');
            if (end >= 0)
            {
                line = Take(seen + end, seen + end + 1);
                return true;
            }

            seen = _end - _start;
            if (seen > maxLength)
            {
                // What is passed over is forgotten, so that a line without end needs no more memory than a long one.
                IsTooLong = true;
                _start = _end;
                seen = 0;
            }

            if (!_isFinal)
            {
                Refill();
            }
            else if (seen > 0 || IsTooLong)
            {
                line = Take(seen, seen);
                return true;
            }
            else
            {
                line = default;
                return false;
            }
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        (_start, _end, _isFinal) = (0, 0, true);
    }

    ReadOnlySpan<byte> Take(int length, int withEnd)
    {
        var line = _buffer.AsSpan(_start, length);
        _start += withEnd;
        Number++;
        IsTooLong |= length > maxLength;
        if (IsTooLong)
        {
            return default;
        }

        // A byte order mark stands before the first line alone.
        return Number == 1 && line.StartsWith("\uFEFF"u8) ? line[3..] : line;
    }

    void Refill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(2 * _buffer.Length);
            _buffer.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isFinal = read == 0;
    }
}
