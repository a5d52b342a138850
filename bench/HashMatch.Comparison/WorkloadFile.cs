using System.Buffers.Binary;
using System.Runtime.InteropServices;
using HashMatch.Hashes;

namespace HashMatch.Comparison;

/// <summary>
/// The file that other programs read: "HMCOMPAR", then bits, hashes, queries, radius and rounds as 32-bit integers,
/// least byte first, then all hashes and all queries as they lie in memory.
/// </summary>
static class WorkloadFile
{
    internal static void Write<THash>(FileInfo file, Workload<THash> workload, ComparisonOptions options)
        where THash : unmanaged, IHash<THash>
    {
        using var stream = file.Create();
        stream.Write("HMCOMPAR"u8);
        Span<byte> number = stackalloc byte[sizeof(int)];
        foreach (var value in new[] { options.Bits, workload.Codes.Length, workload.Queries.Length, options.Radius, options.Rounds })
        {
            BinaryPrimitives.WriteInt32LittleEndian(number, value);
            stream.Write(number);
        }

        stream.Write(MemoryMarshal.AsBytes(workload.Codes.AsSpan()));
        stream.Write(MemoryMarshal.AsBytes(workload.Queries.AsSpan()));
    }
}
