using System.Buffers.Binary;

namespace HashMatch.Imaging.Structures;

/// <summary>The sizes that an AVIF's <c>meta</c> box states: its primary picture's, and the largest of any item.</summary>
/// <remarks>Sizes as stored: the box may also ask to crop, turn or mirror, which the decoder does.</remarks>
readonly record struct AvifSizes(long Width, long Height, long LargestItem)
{
    // An association gives a property's index in 15 bits.
    const int MaxProperties = 1 << 15;

    /// <summary>
    /// The primary item's size where the associations lead to one, else the largest. A decoder makes room for other items
    /// too (a grid's tiles, an alpha plane), so the largest counts in any case.
    /// </summary>
    public static AvifSizes Read(ReadOnlySpan<byte> meta)
    {
        var primaryItem = FindPrimaryItem(meta);
        Span<bool> isPrimary = stackalloc bool[MaxProperties];
        isPrimary.Clear();
        ReadOnlySpan<byte> properties = default;
        foreach (var box in new IsoBoxes(meta))
        {
            if (!box.Is("iprp"u8))
            {
                continue;
            }

            foreach (var inner in new IsoBoxes(box.Body))
            {
                properties = inner.Is("ipco"u8) ? inner.Body : properties;
                if (inner.Is("ipma"u8))
                {
                    MarkAssociated(inner.Body, primaryItem, isPrimary);
                }
            }
        }

        return Read(properties, isPrimary);
    }

    static AvifSizes Read(ReadOnlySpan<byte> properties, ReadOnlySpan<bool> isPrimary)
    {
        var (largest, primary) = (default((long Width, long Height)), default((long Width, long Height)));
        var index = 0;
        foreach (var property in new IsoBoxes(properties))
        {
            index++;
            if (!property.Is("ispe"u8) || property.Body.Length < 12)
            {
                continue;
            }

            var size = (Width: Side(property.Body[4..]), Height: Side(property.Body[8..]));
            largest = size.Width * size.Height > largest.Width * largest.Height ? size : largest;
            primary = index < MaxProperties && isPrimary[index] ? size : primary;
        }

        var (width, height) = primary == default ? largest : primary;
        return new AvifSizes(width, height, largest.Width * largest.Height);
    }

    // Beyond an int it exceeds every limit, and the product of two still fits a long.
    static long Side(ReadOnlySpan<byte> at) => Math.Min(BinaryPrimitives.ReadUInt32BigEndian(at), int.MaxValue);

    static long FindPrimaryItem(ReadOnlySpan<byte> meta)
    {
        foreach (var box in new IsoBoxes(meta))
        {
            if (box.Is("pitm"u8) && box.Body.Length >= 6)
            {
                return box.Body[0] == 0 || box.Body.Length < 8
                    ? BinaryPrimitives.ReadUInt16BigEndian(box.Body[4..])
                    : BinaryPrimitives.ReadUInt32BigEndian(box.Body[4..]);
            }
        }

        return -1;
    }

    static void MarkAssociated(ReadOnlySpan<byte> associations, long item, Span<bool> isAssociated)
    {
        if (associations.Length < 8)
        {
            return;
        }

        var (idLength, entryLength) = (associations[0] > 0 ? 4 : 2, (associations[3] & 1) != 0 ? 2 : 1);
        var count = BinaryPrimitives.ReadUInt32BigEndian(associations[4..]);
        var at = associations[8..];
        for (var i = 0u; i < count && at.Length > idLength; i++)
        {
            var id = idLength == 4 ? BinaryPrimitives.ReadUInt32BigEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
            var entries = at[idLength];
            at = at[(idLength + 1)..];
            for (var e = 0; e < entries && at.Length >= entryLength; e++)
            {
                var index = entryLength == 2 ? BinaryPrimitives.ReadUInt16BigEndian(at) & 0x7FFF : at[0] & 0x7F;
                isAssociated[index] |= id == item;
                at = at[entryLength..];
            }
        }
    }
}
