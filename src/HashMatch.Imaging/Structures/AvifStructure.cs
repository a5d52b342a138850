using System.Buffers.Binary;

namespace HashMatch.Imaging.Structures;

/// <summary>Walks the boxes of an AVIF: the size of its primary picture, and whether all boxes are there.</summary>
static class AvifStructure
{
    public static bool TryRead(ReadOnlySpan<byte> bytes, out ImageStructure structure, out ImageError? error)
    {
        structure = default;
        error = null;
        var size = default((long Width, long Height));
        var (sawMeta, sawData, isCut, end) = (false, false, false, 0);
        foreach (var box in new Boxes(bytes))
        {
            var isData = box.Is("mdat"u8) || box.Is("idat"u8);
            if (box.IsCut && sawMeta && sawData && !isData)
            {
                // Junk after the picture, or metadata that nobody needs here.
                break;
            }

            sawData |= isData;
            isCut |= box.IsCut;
            end += box.Length;
            if (box.Is("meta"u8) && box.Body.Length > 4 && !sawMeta)
            {
                sawMeta = true;
                size = ReadSize(box.Body[4..]);
            }
        }

        structure = new ImageStructure(size.Width, size.Height)
        {
            IsCut = isCut,
            LacksTrailer = !sawData,
            UsedLength = isCut ? 0 : end,
        };
        if (size.Width > 0 && size.Height > 0)
        {
            return true;
        }

        error = isCut || !sawMeta && bytes.Length < 64 ? null
            : sawMeta ? Failures.Corrupt(ImageFormat.Avif, "it has no picture size")
            : Failures.Unsupported("an AVIF sequence without a still picture");
        return false;
    }

    // The primary item's own size where the association can be followed; never less than the largest size any item states,
    // since a decoder may allocate for that one (a grid's tiles, an alpha plane).
    static (long Width, long Height) ReadSize(ReadOnlySpan<byte> meta)
    {
        var (largest, primary) = ((Width: 0L, Height: 0L), default((long, long)));
        var primaryItem = -1L;
        ReadOnlySpan<byte> properties = default, associations = default;
        foreach (var box in new Boxes(meta))
        {
            if (box.Is("pitm"u8) && box.Body.Length >= 6)
            {
                primaryItem = box.Body[0] == 0 || box.Body.Length < 8
                    ? BinaryPrimitives.ReadUInt16BigEndian(box.Body[4..])
                    : BinaryPrimitives.ReadUInt32BigEndian(box.Body[4..]);
            }
            else if (box.Is("iprp"u8))
            {
                foreach (var inner in new Boxes(box.Body))
                {
                    properties = inner.Is("ipco"u8) ? inner.Body : properties;
                    associations = inner.Is("ipma"u8) ? inner.Body : associations;
                }
            }
        }

        var index = 0;
        foreach (var property in new Boxes(properties))
        {
            index++;
            if (property.Is("ispe"u8) && property.Body.Length >= 12)
            {
                var width = (long)BinaryPrimitives.ReadUInt32BigEndian(property.Body[4..]);
                var height = (long)BinaryPrimitives.ReadUInt32BigEndian(property.Body[8..]);
                if (width * height > largest.Width * largest.Height || largest == default)
                {
                    largest = (width, height);
                }

                if (IsAssociated(associations, primaryItem, index))
                {
                    primary = (width, height);
                }
            }
        }

        return primary == default || largest.Width > int.MaxValue || largest.Height > int.MaxValue
            || largest.Width * largest.Height > 4 * primary.Item1 * primary.Item2
            ? largest
            : primary;
    }

    static bool IsAssociated(ReadOnlySpan<byte> associations, long item, int property)
    {
        if (associations.Length < 8)
        {
            return false;
        }

        var (wideItems, wideProperties) = (associations[0] > 0, (associations[3] & 1) != 0);
        var count = BinaryPrimitives.ReadUInt32BigEndian(associations[4..]);
        var at = associations[8..];
        for (var i = 0u; i < count && at.Length > (wideItems ? 4 : 2); i++)
        {
            var id = wideItems ? BinaryPrimitives.ReadUInt32BigEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
            at = at[(wideItems ? 4 : 2)..];
            var entries = at[0];
            at = at[1..];
            var entrySize = wideProperties ? 2 : 1;
            for (var e = 0; e < entries && at.Length >= entrySize; e++)
            {
                var index = wideProperties ? BinaryPrimitives.ReadUInt16BigEndian(at) & 0x7FFF : at[0] & 0x7F;
                at = at[entrySize..];
                if (id == item && index == property)
                {
                    return true;
                }
            }
        }

        return false;
    }

    readonly ref struct Box(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> body, int length, bool isCut)
    {
        readonly ReadOnlySpan<byte> _kind = kind;

        public int Length { get; } = length;

        public ReadOnlySpan<byte> Body { get; } = body;

        public bool IsCut { get; } = isCut;

        public bool Is(ReadOnlySpan<byte> kind) => _kind.SequenceEqual(kind);
    }

    /// <summary>The boxes side by side in a span; the last one may be cut.</summary>
    ref struct Boxes(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> _rest = bytes;
        Box _current;

        public readonly Box Current => _current;

        public readonly Boxes GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_rest.Length < 8)
            {
                return false;
            }

            ulong size = BinaryPrimitives.ReadUInt32BigEndian(_rest);
            var header = 8;
            if (size == 1 && _rest.Length >= 16)
            {
                size = BinaryPrimitives.ReadUInt64BigEndian(_rest[8..]);
                header = 16;
            }

            size = size == 0 ? (ulong)_rest.Length : Math.Max(size, (ulong)header);
            var isCut = size > (ulong)_rest.Length;
            var end = isCut ? _rest.Length : (int)size;
            _current = new Box(_rest.Slice(4, 4), _rest[header..end], end, isCut);
            _rest = _rest[end..];
            return true;
        }
    }
}
