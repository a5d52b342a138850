namespace HashMatch.Cli.Output.Records;

/// <summary>Counts by name, by no more names than a record can show: a list may hold a text of its own for every entry.</summary>
sealed class NamedCounts
{
    const int MostNames = 256;

    readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    internal IReadOnlyDictionary<string, long> Counts => _counts;

    /// <summary>How often names occurred that are not among those counted.</summary>
    internal long More { get; private set; }

    internal void Add(string name)
    {
        if (_counts.TryGetValue(name, out var count) || _counts.Count < MostNames)
        {
            _counts[name] = count + 1;
        }
        else
        {
            More++;
        }
    }

    /// <summary>For a person.</summary>
    public override string ToString() => CountText.Of(_counts) + (More > 0 ? " and others" : "");
}
