namespace HashMatch.Indexes.Internals;

/// <summary>The pairs of one chunk of work, handed on whenever they fill the buffer.</summary>
sealed class PairBuffer(PairOutlet outlet)
{
    const int Capacity = 8_192;

    readonly HashPair[] _pairs = new HashPair[Capacity];
    int _count;

    /// <summary>The chunk whose pairs these are.</summary>
    internal int Chunk { get; set; }

    internal ReadOnlySpan<HashPair> Pairs => _pairs.AsSpan(0, _count);

    internal void Add(HashPair pair)
    {
        if (_count == Capacity)
        {
            // A full buffer waits until its chunk's turn comes, so no crowd of pairs is ever held.
            outlet.Pour(this);
        }

        _pairs[_count++] = pair;
    }

    internal void Clear() => _count = 0;
}
