namespace HashMatch.Evaluation.Algorithms;

/// <summary>Every algorithm there is, in the order of reports.</summary>
static class AlgorithmCatalog
{
    internal static IReadOnlyList<IEvaluatedAlgorithm> All { get; } = [new PdqAlgorithm()];
}
