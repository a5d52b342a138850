namespace HashMatch.Matching.Entries;

/// <summary>Two sets of labels are one if they hold the same texts in the same order.</summary>
sealed class LabelSetComparer : IEqualityComparer<IReadOnlyList<string>>
{
    public bool Equals(IReadOnlyList<string>? left, IReadOnlyList<string>? right) =>
        left is not null && right is not null && left.SequenceEqual(right, StringComparer.Ordinal);

    public int GetHashCode(IReadOnlyList<string> labels)
    {
        HashCode hash = new();
        for (var i = 0; i < labels.Count; i++)
        {
            hash.Add(labels[i], StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }
}
