namespace HashMatch.Imaging.Structures;

/// <summary>Counts the pixels that a GIF frame's compressed data yields, without making them.</summary>
static class GifFrameData
{
    const int MaxCodes = 4096;

    /// <summary>Whether the data yields at least <paramref name="wanted"/> pixels.</summary>
    /// <param name="data">From the byte that gives the initial code size on.</param>
    /// <param name="wanted">Pixels of the frame.</param>
    public static bool HasPixels(ReadOnlySpan<byte> data, long wanted)
    {
        var initialBits = data[0];
        if (initialBits is < 1 or > 11)
        {
            // Not ours to judge: the decoder refuses it as corrupt.
            return true;
        }

        // Of a dictionary entry only its length matters: one more than that of the entry it extends.
        Span<int> lengths = stackalloc int[MaxCodes];
        var clear = 1 << initialBits;
        lengths[..clear].Fill(1);
        var codes = new CodeReader(data[1..]);
        var (bits, next, previous) = (initialBits + 1, clear + 2, 0);
        long count = 0;
        while (count < wanted && codes.TryRead(bits, out var code) && code != clear + 1)
        {
            if (code == clear)
            {
                (bits, next, previous) = (initialBits + 1, clear + 2, 0);
                continue;
            }

            if (code > next || (code == next && previous == 0))
            {
                // Damaged, not cut: again the decoder's to refuse.
                return true;
            }

            if (previous != 0 && next < MaxCodes)
            {
                lengths[next++] = previous + 1;
                bits = next == 1 << bits && bits < 12 ? bits + 1 : bits;
            }

            previous = code < MaxCodes && code < next ? lengths[code] : previous + 1;
            count += previous;
        }

        return count >= wanted;
    }

    /// <summary>Reads codes, low bits first, across sub-blocks.</summary>
    ref struct CodeReader(ReadOnlySpan<byte> blocks)
    {
        ReadOnlySpan<byte> _rest = blocks;
        int _left;
        uint _buffer;
        int _bits;

        public bool TryRead(int bits, out int code)
        {
            code = 0;
            while (_bits < bits)
            {
                if (_rest.IsEmpty || (_left == 0 && (_rest[0] == 0 || _rest.Length == 1)))
                {
                    return false;
                }

                if (_left == 0)
                {
                    _left = _rest[0];
                    _rest = _rest[1..];
                }

                _buffer |= (uint)_rest[0] << _bits;
                _bits += 8;
                _rest = _rest[1..];
                _left--;
            }

            code = (int)(_buffer & ((1u << bits) - 1));
            _buffer >>= bits;
            _bits -= bits;
            return true;
        }
    }
}
