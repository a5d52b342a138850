using HashMatch.Evaluation.Algorithms;
using HashMatch.Evaluation.Alterations;

namespace HashMatch.Evaluation.Measuring;

/// <summary>What one algorithm did over all.</summary>
sealed class AlgorithmReport
{
    readonly IReadOnlyList<Alteration> _alterations;

    internal AlgorithmReport(IEvaluatedAlgorithm algorithm, IReadOnlyList<Alteration> alterations, AlterationOutcome[] outcomes, int gatedOriginals, double perMillion)
    {
        _alterations = alterations;
        Algorithm = algorithm;
        Outcomes = outcomes;
        GatedOriginals = gatedOriginals;
        Same = SameOf(alteration => alteration != AlterationCatalog.Identical);
        Originals = DistinctOf(alteration => alteration == AlterationCatalog.Identical);
        Copies = DistinctOf(alteration => alteration != AlterationCatalog.Identical);
        Distinct = DistanceCounts.Sum(algorithm.MaxDistance, [Originals, Copies]);
        RateRadius = Distinct.Total == 0 ? -1 : Math.Min(Distinct.LargestRadius(perMillion), algorithm.MaxRadius);
    }

    internal IEvaluatedAlgorithm Algorithm { get; }

    /// <summary>By alteration.</summary>
    internal IReadOnlyList<AlterationOutcome> Outcomes { get; }

    /// <summary>Originals that are not matched.</summary>
    internal int GatedOriginals { get; }

    /// <summary>Every altered copy to its own original.</summary>
    internal DistanceCounts Same { get; }

    /// <summary>Every pair of distinct originals, once: the later looked up, the earlier stored.</summary>
    internal DistanceCounts Originals { get; }

    /// <summary>Every altered copy to every other original.</summary>
    internal DistanceCounts Copies { get; }

    /// <summary>Both kinds of pairs that show different content.</summary>
    internal DistanceCounts Distinct { get; }

    /// <summary>The largest radius that keeps the rate of false matches asked for; -1 where none does, or there are no pairs.</summary>
    internal int RateRadius { get; }

    /// <summary>The copies of one family to their originals.</summary>
    internal DistanceCounts SameOf(AlterationFamily family) => SameOf(alteration => alteration.Family == family);

    /// <summary>What happens at one radius.</summary>
    internal OperatingPoint At(int radius)
    {
        var falseMatches = Distinct.Within(radius);
        return new OperatingPoint(radius, Same.ShareWithin(radius), falseMatches, 1e6 * Distinct.ShareWithin(radius),
            1e6 * RateBound.Upper(falseMatches, Distinct.Total), 1e6 * RateBound.Upper(Originals.Within(radius), Originals.Total));
    }

    DistanceCounts SameOf(Func<Alteration, bool> chosen) => DistanceCounts.Sum(Algorithm.MaxDistance, Chosen(chosen).Select(outcome => outcome.Same));

    DistanceCounts DistinctOf(Func<Alteration, bool> chosen) => DistanceCounts.Sum(Algorithm.MaxDistance, Chosen(chosen).Select(outcome => outcome.Distinct));

    IEnumerable<AlterationOutcome> Chosen(Func<Alteration, bool> chosen) =>
        _alterations.Zip(Outcomes).Where(pair => chosen(pair.First)).Select(pair => pair.Second);
}
