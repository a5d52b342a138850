namespace HashMatch.Matching.Clustering;

/// <summary>Union-find whose roots are the earliest members, so that the order of unions leaves no trace.</summary>
readonly struct DisjointSets
{
    readonly int[] _parents;

    internal DisjointSets(int count)
    {
        _parents = new int[count];
        for (var i = 0; i < count; i++)
        {
            _parents[i] = i;
        }
    }

    internal void Unite(int left, int right)
    {
        left = Root(left);
        right = Root(right);
        if (left != right)
        {
            _parents[Math.Max(left, right)] = Math.Min(left, right);
        }
    }

    /// <summary>The root of every member; parents come before their children, so one pass is enough.</summary>
    internal int[] Flatten()
    {
        for (var i = 0; i < _parents.Length; i++)
        {
            _parents[i] = _parents[_parents[i]];
        }

        return _parents;
    }

    int Root(int member)
    {
        while (_parents[member] != member)
        {
            // Halving the path keeps trees flat without ranks.
            member = _parents[member] = _parents[_parents[member]];
        }

        return member;
    }
}
