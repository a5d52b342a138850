namespace HashMatch.Matching.Review;

/// <summary>Somebody's word that two contents are not the same, however near their hashes.</summary>
/// <remarks>Immutable. Which side is the first makes no difference.</remarks>
public sealed record Veto
{
    /// <summary>A veto.</summary>
    /// <param name="first">One content.</param>
    /// <param name="second">Another one.</param>
    /// <exception cref="ArgumentException">Both have equal bytes, or both are entries of lists.</exception>
    public Veto(VetoSide first, VetoSide second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.IsEntry && second.IsEntry)
        {
            throw new ArgumentException("Two entries of lists are never compared, so there is nothing to veto.", nameof(second));
        }

        if (first.HasBytesOf(second))
        {
            throw new ArgumentException("Both have equal bytes: they are the same, and no veto can part them.", nameof(second));
        }

        First = first;
        Second = second;
    }

    /// <summary>One content.</summary>
    public VetoSide First { get; }

    /// <summary>The other one.</summary>
    public VetoSide Second { get; }
}
