namespace HashMatch.Lists.Formats.Text;

/// <summary>Lines of a text, never more than a bounded number of characters of one in memory.</summary>
sealed class BoundedLineReader(TextReader reader, int maxLength)
{
    char[] _buffer = new char[4096];
    readonly char[] _block = new char[8192];
    int _blockStart;
    int _blockEnd;

    /// <summary>The number of the line last read, 1 for the first.</summary>
    internal long LineNumber { get; private set; }

    /// <summary>Whether the line last read was longer than the bound; its text is then cut.</summary>
    internal bool IsTooLong { get; private set; }

    /// <summary>Reads the next line, without its end; valid until the next call.</summary>
    internal bool TryRead(out ReadOnlySpan<char> line)
    {
        var length = 0;
        var any = false;
        IsTooLong = false;
        while (true)
        {
            if (_blockStart == _blockEnd)
            {
                _blockStart = 0;
                _blockEnd = reader.Read(_block);
                if (_blockEnd == 0)
                {
                    break;
                }
            }

            any = true;
            var rest = _block.AsSpan(_blockStart, _blockEnd - _blockStart);
            var end = rest.IndexOf('\n');
            Append(end < 0 ? rest : rest[..end], ref length);
            _blockStart = end < 0 ? _blockEnd : _blockStart + end + 1;
            if (end >= 0)
            {
                break;
            }
        }

        line = _buffer.AsSpan(0, length);
        if (any)
        {
            LineNumber++;
        }

        return any;
    }

    void Append(ReadOnlySpan<char> part, ref int length)
    {
        var room = maxLength - length;
        if (part.Length > room)
        {
            IsTooLong = true;
            part = part[..room];
        }

        if (length + part.Length > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(length + part.Length, 2 * _buffer.Length));
        }

        part.CopyTo(_buffer.AsSpan(length));
        length += part.Length;
    }
}
