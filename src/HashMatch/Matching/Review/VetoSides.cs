namespace HashMatch.Matching.Review;

/// <summary>The sides of vetoes one content is on, mostly none; of one <see cref="VetoSet"/>. Immutable.</summary>
public readonly struct VetoSides
{
    readonly HashSet<int>? _sides;

    internal VetoSides(HashSet<int> sides) => _sides = sides.Count > 0 ? sides : null;

    /// <summary>Whether it is on none, so that no veto keeps it from anything.</summary>
    public bool IsEmpty => _sides is null;

    /// <summary>Whether a veto keeps both apart; which is asked of which makes no difference.</summary>
    public bool AreApartFrom(VetoSides other)
    {
        if (_sides is null || other._sides is null)
        {
            return false;
        }

        foreach (var side in _sides)
        {
            // The other side of the same veto.
            if (other._sides.Contains(side ^ 1))
            {
                return true;
            }
        }

        return false;
    }
}
