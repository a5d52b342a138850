using FsCheck.Xunit;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Matching;
using HashMatch.Matching.Review;
using HashMatch.Tests.Indexes;

namespace HashMatch.Tests.Matching.Review;

/// <summary>The law of vetoes, against a plain reading of it: pairs by pairs, prints by prints.</summary>
public class VetoProperties
{
    const int Hashes = 6;

    static readonly ContentPrinter s_printer = new();
    static readonly MatchOptions s_options = MatchOptions.Default with { MaxImbalance = 128 };

    [Property(MaxTest = 60)]
    public void It_is_symmetric_and_the_order_of_vetoes_makes_no_difference(int seed)
    {
        World world = new(seed);
        VetoSet vetoes = new(s_printer, world.Vetoes);
        VetoSet turned = new(s_printer, world.Vetoes.Reverse().Select(veto => new Veto(veto.Second, veto.First)));

        foreach (var left in world.Items)
        {
            foreach (var right in world.Items)
            {
                var apart = Sides(vetoes, left).AreApartFrom(Sides(vetoes, right));
                Assert.Equal(apart, Sides(vetoes, right).AreApartFrom(Sides(vetoes, left)));
                Assert.Equal(apart, Sides(turned, left).AreApartFrom(Sides(turned, right)));
                Assert.Equal(apart, world.AreApart(left, right));
            }
        }
    }

    [Property(MaxTest = 60)]
    public void No_other_match_with_a_list_is_lost(int seed)
    {
        World world = new(seed);
        VetoSet vetoes = new(s_printer, world.Vetoes);
        Deduplicator with = new([world.List], s_options, vetoes: vetoes);
        Deduplicator without = new([world.List], s_options);
        foreach (var item in world.Items)
        {
            var (kept, all) = (with.Submit(item), without.Submit(item));
            var vetoed = world.List.Entries.Where(entry => Sides(vetoes, item).AreApartFrom(vetoes.SidesOf(entry))).Select(entry => entry.Id);
            Assert.All(kept.Matches, match => Assert.DoesNotContain(match.Entry, vetoed));
            if (all.Verdict == Verdict.Known)
            {
                Assert.Equal(all.Matches.Select(match => match.Entry).Except(vetoed).ToHashSet(), kept.Matches.Where(match => match.Distance <= match.Radius).Select(match => match.Entry).ToHashSet());
            }
        }
    }

    [Property(MaxTest = 60)]
    public void Each_item_is_decided_by_the_nearest_first_item_that_no_veto_keeps_from_it(int seed)
    {
        World world = new(seed);
        VetoSet vetoes = new(s_printer, world.Vetoes);
        Deduplicator deduplicator = new([], s_options, vetoes: vetoes);
        List<Sighting> firsts = [];
        foreach (var item in world.Items)
        {
            var decision = deduplicator.Submit(item);
            var near = firsts.Where(first => !world.AreApart(item, first))
                .MinBy(first => item.Pdq.Hash.DistanceTo(first.Pdq.Hash));
            var distance = near is null ? 999 : item.Pdq.Hash.DistanceTo(near.Pdq.Hash);
            var expected = distance <= 31 ? Verdict.Repeat : distance <= 40 ? Verdict.Uncertain : Verdict.FirstGeneration;
            Assert.Equal((expected, distance <= 40 ? near!.Path : null), (decision.Verdict, decision.FirstGeneration?.Path));
            if (decision.OpensGroup)
            {
                firsts.Add(item);
            }
        }
    }

    static VetoSides Sides(VetoSet vetoes, Sighting item) => vetoes.SidesOf(item.Forms, item.Digests, s_options);

    /// <summary>Items and entries of few hashes and few digests, so that they meet, and vetoes between them.</summary>
    sealed class World
    {
        internal World(int seed)
        {
            Random random = new(seed);
            List<Hash256> hashes = [new(0x0123456789ABCDEF, 0xFEDCBA9876543210, 0x5555AAAA3333CCCC, 0x0F0F0F0FF0F0F0F0)];
            while (hashes.Count < Hashes)
            {
                hashes.Add(Enumerable.Range(0, random.Next(45)).Aggregate(hashes[random.Next(hashes.Count)], (hash, bit) => HashArbitraries.Flip(hash, (bit * 5) + random.Next(5))));
            }

            Hash256 Hash() => hashes[random.Next(Hashes)];
            Items = [.. Enumerable.Range(0, 14).Select(i => new Sighting($"{i:00}", new PdqResult(Hash(), 100), 7,
                [ContentDigest.Compute(DigestKind.Md5, [(byte)i])]))];
            List = new KnownList("demo", ListRole.Known);
            for (var i = 0; i < 5; i++)
            {
                List.Add(new KnownEntry($"{i}", Hash(), [], []));
            }

            for (var i = 0; i < 5; i++)
            {
                var (first, second) = (Items[random.Next(14)], Items[random.Next(14)]);
                if (first != second)
                {
                    ItemPairs.Add((first, second));
                }
            }

            EntryPairs = [.. Enumerable.Range(0, 3).Select(_ => (Items[random.Next(14)], List.Entries[random.Next(5)]))];
            Vetoes =
            [
                .. ItemPairs.Select(pair => new Veto(SideOf(pair.First), SideOf(pair.Second))),
                .. EntryPairs.Select(pair => new Veto(SideOf(pair.Item), s_printer.SideOf(pair.Entry))),
            ];
        }

        internal Sighting[] Items { get; }

        internal KnownList List { get; }

        internal Veto[] Vetoes { get; }

        List<(Sighting First, Sighting Second)> ItemPairs { get; } = [];

        List<(Sighting Item, KnownEntry Entry)> EntryPairs { get; }

        /// <summary>The definition, read plainly.</summary>
        internal bool AreApart(Sighting left, Sighting right)
        {
            bool Is(Sighting item, Sighting side, Hash256 other) =>
                item.Digests[0] == side.Digests[0] || (item.Pdq.Hash == side.Pdq.Hash && side.Pdq.Hash != other);
            bool IsEntry(Sighting item, KnownEntry side, Hash256 other) => item.Pdq.Hash == side.Pdq && side.Pdq != other;
            return
                ItemPairs.Any(pair =>
                    (Is(left, pair.First, pair.Second.Pdq.Hash) && Is(right, pair.Second, pair.First.Pdq.Hash)) ||
                    (Is(right, pair.First, pair.Second.Pdq.Hash) && Is(left, pair.Second, pair.First.Pdq.Hash))) ||
                EntryPairs.Any(pair =>
                    (Is(left, pair.Item, pair.Entry.Pdq!.Value) && IsEntry(right, pair.Entry, pair.Item.Pdq.Hash)) ||
                    (Is(right, pair.Item, pair.Entry.Pdq!.Value) && IsEntry(left, pair.Entry, pair.Item.Pdq.Hash)));
        }

        static VetoSide SideOf(Sighting item) => s_printer.SideOf(item.Forms, item.Digests, s_options);
    }
}
