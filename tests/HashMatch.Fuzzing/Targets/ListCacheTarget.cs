using HashMatch.Fuzzing.Seeds;
using HashMatch.Lists;
using HashMatch.Matching;
using HashMatch.Tests.Shared;

namespace HashMatch.Fuzzing.Targets;

/// <summary>What is kept of a list between runs, damaged: the list is read all the same.</summary>
sealed class ListCacheTarget : FileTarget
{
    readonly string _list;
    readonly string _kept;
    readonly KnownListCache _cache;
    readonly byte[] _expected;

    internal ListCacheTarget()
    {
        _list = Folder.Path("list.csv");
        Random random = new(1);
        File.WriteAllLines(_list, ["pdq,id,labels", .. Enumerable.Range(0, 900).Select(i => $"{DrawnHash.Of(random)},k-{i},A"), "bad,k-bad,A"]);
        _cache = new KnownListCache(Folder.Path("kept"));
        _expected = Read().List.ComputeFingerprint();
        _kept = KnownListCache.FilesIn(Folder.Path("kept")).Single();
        Seeds = [File.ReadAllBytes(_kept)];
    }

    internal override string Name => "list-cache";

    internal override IReadOnlyList<byte[]> Seeds { get; }

    internal override (long PerByte, long Fixed) MostAllocated => (600, 32 << 20);

    internal override int Share(int executions) => executions / 40;

    internal override byte[] Repair(byte[] input, Random random) => random.Next(4) > 0 ? SnapshotRepair.Repair(input) : input;

    internal override string Run(byte[] input, Random random)
    {
        File.Delete(_kept);
        File.WriteAllBytes(_kept, input);
        var result = Read();
        var isSame = result.Rows == 901 && result.List.ComputeFingerprint().AsSpan().SequenceEqual(_expected);
        // With checksums that fit it may say what it likes, as whoever may write there may; else it is the list.
        Law.Require(isSame || SnapshotRepair.Repair([.. input]).AsSpan().SequenceEqual(input), "What is kept of a list is what the list says.");
        return $"{isSame} {result.Errors.Count} {Math.Min(1, result.List.Entries.Count(entry => !entry.Id.StartsWith("k-", StringComparison.Ordinal)))} {result.List.Entries.Count(entry => entry.Pdq is null)}";
    }

    ListReadResult Read() => _cache.Read(_list, new ListReadOptions { Name = "list", Role = ListRole.Known }, problem => Law.RequireSpeakable(problem.Replace(Path.GetFileName(_kept!), "kept", StringComparison.Ordinal)));
}
