using System.Buffers.Binary;

namespace HashMatch.Imaging.Structures;

/// <summary>Reads the first directory of a TIFF or BigTIFF: size, orientation, samples, where the data lies.</summary>
static class TiffStructure
{
    const int MaxEntries = 4096;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out ImageStructure structure, out ImageError? error)
    {
        structure = default;
        error = null;
        var reader = new Directory(bytes);
        if (!reader.TryOpen())
        {
            return false;
        }

        var fields = new Fields();
        for (var i = 0; i < reader.Count; i++)
        {
            fields.Take(reader, i);
        }

        if (fields.Width == 0 || fields.Height == 0)
        {
            error = Failures.Corrupt(ImageFormat.Tiff, "it has no picture size");
            return false;
        }

        structure = new ImageStructure(fields.Width, fields.Height)
        {
            Orientation = ExifOrientation.Valid(fields.Orientation),
            InvalidOrientationAt = fields.Orientation is >= 1 and <= 8 ? 0 : fields.OrientationAt,
            // The decoder is asked first all the same: some writers exaggerate the length of the last strip.
            LacksTrailer = reader.LacksNext || fields.IsBeyond(bytes.Length),
            Alpha = fields.ExtraSample switch { 0 => AlphaKind.None, 1 => AlphaKind.Premultiplied, _ => AlphaKind.Straight },
            BytesPerPixel = Math.Max(1, fields.Samples * ((fields.Bits + 7) / 8)),
            Excess = fields.TileWidth * fields.TileHeight > Math.Max(1 << 24, 4 * fields.Width * fields.Height)
                ? "The TIFF has tiles far larger than its picture"
                : null,
        };
        return true;
    }

    /// <summary>The fields that matter, gathered entry by entry.</summary>
    ref struct Fields()
    {
        bool _isValueBeyond;
        Values _offsets;
        Values _counts;

        public long Width;
        public long Height;
        public long Bits = 1;
        public long Samples = 1;
        public long Orientation = 1;
        public int OrientationAt;
        public long ExtraSample = 2;
        public long TileWidth;
        public long TileHeight;

        public void Take(in Directory directory, int index)
        {
            if (!directory.TryGetValues(index, out var values))
            {
                _isValueBeyond = true;
                return;
            }

            var first = values.Count > 0 ? values[0] : 0;
            switch (directory.Tag(index))
            {
                case 256: Width = first; break;
                case 257: Height = first; break;
                case 258: Bits = Math.Clamp(first, 1, 1 << 16); break;
                case 274: (Orientation, OrientationAt) = (first, directory.InlineValueAt(index)); break;
                case 277: Samples = Math.Clamp(first, 1, 1 << 16); break;
                case 322: TileWidth = first; break;
                case 323: TileHeight = first; break;
                case 338: ExtraSample = first; break;
                case 273 or 324: _offsets = values; break;
                case 279 or 325: _counts = values; break;
            }
        }

        public readonly bool IsBeyond(int length)
        {
            if (_isValueBeyond)
            {
                return true;
            }

            for (var i = 0; i < _offsets.Count; i++)
            {
                var count = i < _counts.Count ? _counts[i] : 0;
                if (_offsets[i] > length - count)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Entries of the first directory, in either byte order and either width.</summary>
    ref struct Directory(ReadOnlySpan<byte> bytes)
    {
        readonly ReadOnlySpan<byte> _bytes = bytes;
        readonly bool _little = bytes[0] == 'I';
        readonly bool _big = bytes[bytes[0] == 'I' ? 2 : 3] == '+';
        int _start;

        public int Count { get; private set; }

        public bool TryOpen()
        {
            if (_bytes.Length < (_big ? 16 : 8))
            {
                return false;
            }

            var at = _big ? UInt64(8) : UInt32(4);
            if (at > (ulong)(_bytes.Length - 8) || at == 0)
            {
                return false;
            }

            var count = _big ? UInt64((int)at) : UInt16((int)at);
            _start = (int)at + (_big ? 8 : 2);
            var room = (ulong)(_bytes.Length - _start) / (ulong)EntrySize;
            Count = (int)Math.Min(count, MaxEntries);
            return count > 0 && (ulong)Count <= room;
        }

        /// <summary>Whether the file ends before the offset that follows the entries.</summary>
        public readonly bool LacksNext => _bytes.Length - _start < (Count * EntrySize) + (_big ? 8 : 4);

        readonly int EntrySize => _big ? 20 : 12;

        public readonly int Tag(int index) => UInt16(_start + (index * EntrySize));

        public readonly int InlineValueAt(int index) => _start + (index * EntrySize) + (_big ? 12 : 8);

        public readonly bool TryGetValues(int index, out Values values)
        {
            var at = _start + (index * EntrySize);
            var size = UInt16(at + 2) switch { 1 or 2 or 6 or 7 => 1, 3 or 8 => 2, 4 or 9 or 11 or 13 => 4, 5 or 10 or 12 or (>= 16 and <= 18) => 8, _ => 0 };
            values = default;
            var count = _big ? UInt64(at + 4) : UInt32(at + 4);
            if (size == 0 || count > (ulong)_bytes.Length)
            {
                return size == 0;
            }

            var length = (int)count * (long)size;
            var field = at + (_big ? 12 : 8);
            var inline = length <= (_big ? 8 : 4);
            var start = inline ? (ulong)field : _big ? UInt64(field) : UInt32(field);
            if (start > (ulong)_bytes.Length || (ulong)length > (ulong)_bytes.Length - start)
            {
                return false;
            }

            values = new Values(_bytes.Slice((int)start, (int)length), size, _little);
            return true;
        }

        readonly ushort UInt16(int at) => _little
            ? BinaryPrimitives.ReadUInt16LittleEndian(_bytes[at..])
            : BinaryPrimitives.ReadUInt16BigEndian(_bytes[at..]);

        readonly uint UInt32(int at) => _little
            ? BinaryPrimitives.ReadUInt32LittleEndian(_bytes[at..])
            : BinaryPrimitives.ReadUInt32BigEndian(_bytes[at..]);

        readonly ulong UInt64(int at) => _little
            ? BinaryPrimitives.ReadUInt64LittleEndian(_bytes[at..])
            : BinaryPrimitives.ReadUInt64BigEndian(_bytes[at..]);
    }

    /// <summary>An array of unsigned numbers within the file.</summary>
    readonly ref struct Values(ReadOnlySpan<byte> data, int size, bool little)
    {
        readonly ReadOnlySpan<byte> _data = data;

        public int Count => size == 0 ? 0 : _data.Length / size;

        public long this[int index]
        {
            get
            {
                ulong value = 0;
                var at = _data.Slice(index * size, size);
                for (var i = 0; i < size; i++)
                {
                    value = (value << 8) | at[little ? size - 1 - i : i];
                }

                return (long)Math.Min(value, long.MaxValue);
            }
        }
    }
}
