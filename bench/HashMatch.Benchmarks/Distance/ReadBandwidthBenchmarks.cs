using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using HashMatch.Buffers;

namespace HashMatch.Benchmarks.Distance;

/// <summary>How fast one thread reads memory at all: what a scan of so many bytes is measured against.</summary>
public class ReadBandwidthBenchmarks
{
    NativeArray<ulong> _words = null!;

    /// <summary>The heads of 1 and of 10 million 256-bit hashes, and all their bits.</summary>
    [Params(14_000_000, 32_000_000, 140_000_000, 320_000_000)]
    public int Bytes { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _words = new NativeArray<ulong>(Bytes / 256 * 32);
        _words.Span.Fill(1);
    }

    [Benchmark]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ulong Sum()
    {
        ref var first = ref _words.First;
        var (a, b, c, d) = (Vector512<ulong>.Zero, Vector512<ulong>.Zero, Vector512<ulong>.Zero, Vector512<ulong>.Zero);
        for (nuint i = 0; i < (nuint)_words.Length; i += 32)
        {
            a += Vector512.LoadUnsafe(ref first, i);
            b += Vector512.LoadUnsafe(ref first, i + 8);
            c += Vector512.LoadUnsafe(ref first, i + 16);
            d += Vector512.LoadUnsafe(ref first, i + 24);
        }

        GC.KeepAlive(_words);
        return Vector512.Sum(a + b + (c + d));
    }
}
