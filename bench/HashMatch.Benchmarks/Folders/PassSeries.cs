namespace HashMatch.Benchmarks.Folders;

/// <summary>The rounds of one pass.</summary>
sealed class PassSeries(Pass pass)
{
    readonly List<PassResult> _rounds = [];

    internal Pass Pass => pass;

    /// <summary>In the order they were run.</summary>
    internal IReadOnlyList<PassResult> Rounds => _rounds;

    internal PassResult Best => BySpeed()[0];

    /// <summary>A round that took place, so that its parts add up; of an even number the slower middle one.</summary>
    internal PassResult Median => BySpeed()[_rounds.Count / 2];

    internal void Add(PassResult round) => _rounds.Add(round);

    List<PassResult> BySpeed() => [.. _rounds.OrderByDescending(round => round.MegapixelsPerSecond)];
}
