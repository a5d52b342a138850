using System.Text;
using HashMatch.Fuzzing.Mutation;
using HashMatch.Fuzzing.Seeds;
using HashMatch.Lists;

namespace HashMatch.Fuzzing.Targets;

/// <summary>A list and a delta, one behind the other: laid over it once and twice, and compared.</summary>
sealed class ListUpdateTarget : FuzzTarget
{
    /// <summary>Ends the list; stands in no format.</summary>
    const byte Separator = 0x1E;

    internal override string Name => "list-update";

    internal override IReadOnlyList<byte[]> Seeds { get; } = Pairs();

    internal override IReadOnlyList<byte[]> Tokens { get; } = [[Separator], .. CommonTokens.Texts("\"removed\":true", "\"updated\":\"2025-01-01\"", "\"id\":\"k-01\"", "\"owner\":\"42\"", "\"id\":\"\"")];

    internal override int Share(int executions) => executions / 8;

    internal override string Run(byte[] input, Random random)
    {
        var end = Array.IndexOf(input, Separator);
        var (list, delta) = end < 0 ? (input, input) : (input[..end], input[(end + 1)..]);
        StringBuilder outcome = new();
        try
        {
            var (once, first) = Apply(list, delta, outcome);
            var (twice, second) = Apply(once, delta, new StringBuilder());
            Law.Require(second is { Added: 0, Changed: 0, Tombstoned: 0 }, "An update applied twice changes nothing.");
            Law.Require(once.AsSpan().SequenceEqual(twice) || second.Unchanged > 0, "An update that finds nothing of its own leaves the list as it is.");
            RequireDiff(list, once, first);
        }
        catch (ListFormatException exception)
        {
            Law.RequireSpeakable(exception.Message);
            outcome.Append(Law.ShapeOf(exception.Message));
        }

        return outcome.ToString();
    }

    static (byte[] Bytes, ListUpdateSummary Summary) Apply(byte[] list, byte[] delta, StringBuilder outcome)
    {
        long bad = 0;
        ListUpdate update = new(() => ListLaws.Open(delta, ListFormat.Auto), _ => bad++);
        Law.Require(bad == update.Counts.Rejected, "Every bad row of a delta is told.");
        using var reader = ListLaws.Open(list, ListFormat.Auto);
        using MemoryStream stream = new();
        using var writer = ListWriter.Create(stream, ListExportFormat.JsonLines, reader.Header);
        var summary = update.Apply(reader, writer, _ => { });
        writer.Complete();
        Law.Require(summary.Kept + summary.Unchanged + summary.Stale <= writer.Written, "What stays is written.");
        outcome.Append(string.Join('.', new[] { summary.Added, summary.Changed, summary.Tombstoned, summary.Unchanged, summary.Stale, summary.Kept }.Select(count => Math.Min(2, count))));
        outcome.Append(reader.Format).Append(update.Format).Append(Math.Min(2, bad));
        return (stream.ToArray(), summary);
    }

    static void RequireDiff(byte[] before, byte[] after, ListUpdateSummary summary)
    {
        long told = 0;
        var diff = ListDiff.Compare(() => ListLaws.Open(before, ListFormat.Auto), () => ListLaws.Open(after, ListFormat.JsonLines), _ => told++);
        Law.Require(told == diff.Added + diff.Changed + diff.Removed + diff.Tombstoned, "Every difference is told.");
        Law.Require(diff.Added >= summary.Added, "What an update adds is a difference.");
        var same = ListDiff.Compare(() => ListLaws.Open(after, ListFormat.JsonLines), () => ListLaws.Open(after, ListFormat.JsonLines), _ => { });
        Law.Require(same is { Added: 0, Changed: 0, Removed: 0, Tombstoned: 0 }, "A list does not differ from itself.");
    }

    static List<byte[]> Pairs()
    {
        var known = SeedFiles.Read("lists", "known.jsonl");
        byte[] rows = [.. "{\"id\":\"k-01\",\"removed\":true,\"updated\":\"2025-01-01T00:00:00Z\"}\n"u8, .. "{\"id\":\"n-1\",\"md5\":\"9700dec49c84fbc1c721aef44e691771\"}\n"u8];
        var provenance = SeedFiles.Read("exchange", "provenance.jsonl");
        var sharing = SeedFiles.Read("exchange", "hash-sharing.xml");
        var csv = SeedFiles.Read("lists", "known.csv");
        return [[.. known, Separator, .. rows], [.. provenance, Separator, .. sharing], [.. csv, Separator, .. known], [.. sharing, Separator, .. sharing], [.. provenance, Separator, .. provenance]];
    }
}
