using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using HashMatch.Buffers;

namespace HashMatch.Benchmarks.Distance;

/// <summary>How fast one thread reads short runs at random places: what probing the slot tables of ten million hashes is measured against.</summary>
/// <remarks>
/// One call reads what one query at radius 31 of 256 bits does of the ring values, and nothing else: 272 buckets of 150
/// values of two bytes in 320 MB. The places do not depend on what is read, so the processor may have as many reads under
/// way as it can.
/// </remarks>
public class RandomReadBenchmarks
{
    const int Buckets = 272;
    const int BytesPerBucket = 300;

    NativeArray<byte> _bytes = null!;
    ulong _seed = 42;

    [Params(32_000_000, 320_000_000)]
    public int Bytes { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _bytes = new NativeArray<byte>(Bytes + 512);
        _bytes.Span.Fill(1);
    }

    [Benchmark]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public byte Read()
    {
        ref var first = ref _bytes.First;
        var sum = Vector512<byte>.Zero;
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            _seed = (_seed * 6364136223846793005) + 1442695040888963407;
            var start = (nuint)Math.BigMul(_seed, (ulong)Bytes, out _);
            for (nuint i = 0; i < BytesPerBucket; i += 64)
            {
                sum += Vector512.LoadUnsafe(ref first, start + i);
            }
        }

        GC.KeepAlive(_bytes);
        return Vector512.Sum(sum);
    }
}
