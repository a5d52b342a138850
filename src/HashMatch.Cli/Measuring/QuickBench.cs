using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using HashMatch.Cli.Output.Records;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Matching;

namespace HashMatch.Cli.Measuring;

/// <summary>Measures what matters most, each for about a second, on data made here and the same every time.</summary>
/// <remarks>For figures to compare or publish there is the benchmark project.</remarks>
sealed class QuickBench(int count, TimeProvider clock)
{
    const int QueryCount = 1000;
    const int Side = 512;

    static readonly TimeSpan s_time = TimeSpan.FromSeconds(1);

    readonly string _hashes = count.ToString("#,0", CultureInfo.InvariantCulture);

    internal IEnumerable<BenchRecord> Measure()
    {
        var pixels = new byte[Side * Side * 3];
        Fill(pixels, seed: 1);
        var hasher = new PdqHasher();
        yield return new BenchRecord($"PDQ hash of {Side} x {Side} RGB pixels", 1e3 * Best(() => hasher.Hash(new PixelView(pixels, Side, Side, PixelLayout.Rgb24))), "ms");

        var codes = Codes(count, seed: 2);
        // Half of the queries are copies of something stored, half are strangers.
        var queries = Codes(QueryCount, seed: 3);
        for (var i = 0; i < QueryCount; i += 2)
        {
            queries[i] = codes[(int)((long)i * count / QueryCount)];
        }

        List<SearchHit> hits = [];
        HitBatch batch = new();
        var next = 0;
        LinearIndex<Hash256> linear = new();
        for (var id = 0; id < count; id++)
        {
            linear.Add(codes[id], id);
        }

        var radius = MatchOptions.Default.Radius;
        yield return new BenchRecord($"linear scan of {_hashes}, radius {radius}", count / Best(() => linear.SearchRadius(Next(), radius, hits)) / 1e9, "G comparisons/s");
        yield return new BenchRecord($"the same, {QueryCount} queries at once", (double)count * QueryCount / Best(() => linear.SearchRadius(queries, radius, batch)) / 1e9, "G comparisons/s");

        HashIndex<Hash256> index = new();
        var start = clock.GetTimestamp();
        index.AddRange(codes, [.. Enumerable.Range(0, count)]);
        index.Compact();
        yield return new BenchRecord($"index of {_hashes}: build, {Environment.ProcessorCount} threads", clock.GetElapsedTime(start).TotalSeconds, "s");
        yield return new BenchRecord($"index of {_hashes}: search, radius {radius}", 1 / Best(() => index.SearchRadius(Next(), radius, hits)), "queries/s");
        yield return new BenchRecord($"the same, {QueryCount} queries at once", QueryCount / Best(() => index.SearchRadius(queries, radius, batch)), "queries/s");
        yield return new BenchRecord($"index of {_hashes}: 10 nearest", 1 / Best(() => index.SearchNearest(Next(), 10, hits)), "queries/s");

        Hash256 Next() => queries[next++ % QueryCount];
    }

    /// <summary>Seconds of one call: the best mean of rounds of about a tenth of the time.</summary>
    double Best(Action work)
    {
        work();
        var best = double.PositiveInfinity;
        var calls = 1;
        for (var start = clock.GetTimestamp(); double.IsInfinity(best) || clock.GetElapsedTime(start) < s_time;)
        {
            var round = clock.GetTimestamp();
            for (var i = 0; i < calls; i++)
            {
                work();
            }

            var seconds = clock.GetElapsedTime(round).TotalSeconds;
            if (seconds < s_time.TotalSeconds / 20)
            {
                // Of a few calls the best would be that of the easiest queries.
                calls *= 2;
                continue;
            }

            best = Math.Min(best, seconds / calls);
        }

        return best;
    }

    static Hash256[] Codes(int count, int seed)
    {
        var codes = new Hash256[count];
        Fill(MemoryMarshal.AsBytes(codes.AsSpan()), seed);
        return codes;
    }

    /// <summary>Bytes without pattern, the same for the same seed.</summary>
    static void Fill(Span<byte> bytes, int seed)
    {
        Span<byte> block = stackalloc byte[16];
        for (var i = 0; i < bytes.Length; i += block.Length)
        {
            XxHash128.Hash(BitConverter.GetBytes(i), block, seed);
            block[..Math.Min(block.Length, bytes.Length - i)].CopyTo(bytes[i..]);
        }
    }
}
