namespace HashMatch.Indexes.Internals;

/// <summary>Counts what a search touches. Compiled in, so that a search which does not ask pays nothing.</summary>
interface IBkTreeTally
{
    /// <summary>A pivot was compared.</summary>
    void Visit();

    /// <summary>So many codes of a leaf were compared.</summary>
    void Scan(int codes);
}

/// <summary>Counts nothing.</summary>
readonly struct NoBkTreeTally : IBkTreeTally
{
    public void Visit()
    {
    }

    public void Scan(int codes)
    {
    }
}

/// <summary>Counts all.</summary>
struct BkTreeTally : IBkTreeTally
{
    int _nodes;
    int _leaves;
    long _codes;

    internal readonly BkTreeStatistics Statistics => new(_nodes, _leaves, _nodes + _codes);

    public void Visit() => _nodes++;

    public void Scan(int codes)
    {
        _leaves++;
        _codes += codes;
    }
}
