using HashMatch.Evaluation.Algorithms;
using HashMatch.Evaluation.Alterations;

namespace HashMatch.Evaluation.Measuring;

/// <summary>Compares every copy with every original, none left out, and counts.</summary>
sealed class PairCounter(IReadOnlyList<IEvaluatedAlgorithm> algorithms, IReadOnlyList<Alteration> alterations, IReadOnlyList<MeasuredPicture> pictures, SameGroups same)
{
    /// <returns>By algorithm, then by alteration: the same for any number of threads, since sums know no order.</returns>
    internal AlterationOutcome[][] Count(int threads)
    {
        var total = Empty();
        var gate = new Lock();
        Parallel.For(0, pictures.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, Empty, (picture, _, counts) =>
        {
            Count(picture, counts);
            return counts;
        }, counts =>
        {
            lock (gate)
            {
                Add(counts, total);
            }
        });
        return total;
    }

    AlterationOutcome[][] Empty() =>
        [.. algorithms.Select(algorithm => alterations.Select(_ => new AlterationOutcome(algorithm.MaxDistance)).ToArray())];

    static void Add(AlterationOutcome[][] counts, AlterationOutcome[][] total)
    {
        foreach (var (from, to) in counts.Zip(total))
        {
            foreach (var (part, sum) in from.Zip(to))
            {
                sum.Add(part);
            }
        }
    }

    void Count(int picture, AlterationOutcome[][] counts)
    {
        // Asked once a pair, not once a copy.
        bool[] isOther = [.. pictures.Select((other, i) => i != picture && !same.Contains(pictures[picture].Path, other.Path))];
        for (var alteration = 0; alteration < alterations.Count; alteration++)
        {
            // Two originals are one pair, not two; an unchanged copy is the original.
            var end = alterations[alteration] == AlterationCatalog.Identical ? picture : pictures.Count;
            for (var algorithm = 0; algorithm < algorithms.Count; algorithm++)
            {
                Count(picture, algorithm, pictures[picture].Copies[alteration]?[algorithm], isOther.AsSpan(0, end), counts[algorithm][alteration]);
            }
        }
    }

    void Count(int picture, int algorithm, PictureFeatures? query, ReadOnlySpan<bool> isOther, AlterationOutcome outcome)
    {
        if (query is null)
        {
            outcome.CountNotMade();
            return;
        }

        var own = pictures[picture].Stored[algorithm];
        if (query.IsGated || own.IsGated)
        {
            outcome.CountGated();
        }
        else
        {
            outcome.Same.Add(algorithms[algorithm].Distance(query, own));
        }

        for (var other = 0; other < isOther.Length && !query.IsGated; other++)
        {
            if (isOther[other] && pictures[other].Stored[algorithm] is { IsGated: false } stored)
            {
                outcome.Distinct.Add(algorithms[algorithm].Distance(query, stored));
            }
        }
    }
}
