using System.Buffers.Binary;
using System.IO.Hashing;

namespace HashMatch.Fuzzing.Seeds;

/// <summary>Makes the lengths and checksums of a snapshot fit whatever it holds, so that what stands behind them is reached.</summary>
static class SnapshotRepair
{
    const int SectionCount = 20;
    const int FileLength = 32;
    const int HeaderChecksum = 40;
    const int Directory = 128;
    const int EntryLength = 32;

    internal static byte[] Repair(byte[] bytes)
    {
        if (bytes.Length < Directory)
        {
            return bytes;
        }

        var sections = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(SectionCount));
        var end = Directory + (EntryLength * (long)sections);
        if (end > bytes.Length)
        {
            return bytes;
        }

        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(FileLength), bytes.Length);
        for (var entry = Directory; entry < end; entry += EntryLength)
        {
            var offset = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(entry + 8));
            var length = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(entry + 16));
            if (offset >= 0 && length >= 0 && offset <= bytes.Length && length <= bytes.Length - offset)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(entry + 24), XxHash3.HashToUInt64(bytes.AsSpan((int)offset, (int)length)));
            }
        }

        bytes.AsSpan(HeaderChecksum, 8).Clear();
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(HeaderChecksum), XxHash3.HashToUInt64(bytes.AsSpan(0, (int)end)));
        return bytes;
    }
}
