using System.Reflection;
using HashMatch.Evaluation.Algorithms;
using HashMatch.Evaluation.Alterations;

namespace HashMatch.Evaluation.Measuring;

/// <summary>The outcome of an evaluation: all that the records and the page tell.</summary>
sealed record EvaluationReport
{
    internal required IReadOnlyList<Alteration> Alterations { get; init; }

    internal required IReadOnlyList<AlgorithmReport> Algorithms { get; init; }

    /// <summary>Originals that were read.</summary>
    internal required int Pictures { get; init; }

    /// <summary>Inputs that could not be read.</summary>
    internal required int Failed { get; init; }

    /// <summary>Pairs of originals that are left out because a list says that they show the same.</summary>
    internal required long SamePairs { get; init; }

    internal required ulong Seed { get; init; }

    /// <summary>False matches in a million distinct pairs that are to be kept.</summary>
    internal required double PerMillion { get; init; }

    internal static string Version { get; } =
        typeof(EvaluationReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <param name="algorithms">What is evaluated.</param>
    /// <param name="alterations">What was done to the pictures.</param>
    /// <param name="pictures">In an order that does not depend on threads.</param>
    /// <param name="failed">Inputs that could not be read.</param>
    /// <param name="same">Pictures known to show the same.</param>
    /// <param name="seed">That of the copies.</param>
    /// <param name="perMillion">False matches in a million distinct pairs that are to be kept.</param>
    /// <param name="threads">How many threads count.</param>
    internal static EvaluationReport Of(IReadOnlyList<IEvaluatedAlgorithm> algorithms, IReadOnlyList<Alteration> alterations,
        IReadOnlyList<MeasuredPicture> pictures, int failed, SameGroups same, ulong seed, double perMillion, int threads)
    {
        var outcomes = new PairCounter(algorithms, alterations, pictures, same).Count(threads);
        return new EvaluationReport
        {
            Alterations = alterations,
            Algorithms = [.. algorithms.Select((algorithm, i) => new AlgorithmReport(algorithm, alterations, outcomes[i],
                pictures.Count(picture => picture.Stored[i].IsGated), perMillion))],
            Pictures = pictures.Count,
            Failed = failed,
            SamePairs = SamePairsOf(pictures, same),
            Seed = seed,
            PerMillion = perMillion,
        };
    }

    static long SamePairsOf(IReadOnlyList<MeasuredPicture> pictures, SameGroups same)
    {
        var pairs = 0L;
        for (var i = 0; i < pictures.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                pairs += same.Contains(pictures[i].Path, pictures[j].Path) ? 1 : 0;
            }
        }

        return pairs;
    }
}
