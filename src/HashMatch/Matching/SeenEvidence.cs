namespace HashMatch.Matching;

/// <summary>What the items seen before say of one item.</summary>
/// <param name="SameBytes">The first item with equal bytes, if any.</param>
/// <param name="Nearest">The nearest first item within radius and review band, of equally near ones the earliest; if any.</param>
public readonly record struct SeenEvidence(FirstSighting? SameBytes, FirstSighting? Nearest)
{
    readonly IReadOnlyList<FirstSighting>? _vetoed;

    /// <summary>The first items that would have come before <see cref="Nearest"/> without a veto, nearest first.</summary>
    public IReadOnlyList<FirstSighting> Vetoed
    {
        get => _vetoed ?? [];
        init => _vetoed = value;
    }
}
