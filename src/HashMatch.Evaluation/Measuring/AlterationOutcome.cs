namespace HashMatch.Evaluation.Measuring;

/// <summary>What one algorithm made of all copies of one alteration.</summary>
/// <param name="maxDistance">The algorithm's largest distance.</param>
sealed class AlterationOutcome(int maxDistance)
{
    /// <summary>Each copy to its own original.</summary>
    internal DistanceCounts Same { get; } = new(maxDistance);

    /// <summary>Each copy to every other original; of the unchanged copies, each original to those before it.</summary>
    internal DistanceCounts Distinct { get; } = new(maxDistance);

    /// <summary>Copies that are not matched because they or their originals are gated.</summary>
    internal int Gated { get; private set; }

    /// <summary>Copies that could not be made, of a picture too large for them.</summary>
    internal int NotMade { get; private set; }

    internal void CountGated() => Gated++;

    internal void CountNotMade() => NotMade++;

    internal void Add(AlterationOutcome other)
    {
        Same.Add(other.Same);
        Distinct.Add(other.Distinct);
        Gated += other.Gated;
        NotMade += other.NotMade;
    }
}
