using HashMatch.Hashes;
using HashMatch.Indexes;

namespace HashMatch.Comparison.Contenders;

/// <summary>The textbook's tree: one object a hash, its children in a dictionary by distance.</summary>
sealed class PointerBkTree<THash> : Contender<THash>
    where THash : unmanaged, IHash<THash>
{
    readonly Stack<Node> _pending = new();
    Node? _root;

    internal override void Build(THash[] codes)
    {
        for (var id = 0; id < codes.Length; id++)
        {
            Add(new Node(codes[id], id));
        }
    }

    internal override void Search(THash query, int radius, List<SearchHit> hits)
    {
        hits.Clear();
        if (_root is not null)
        {
            _pending.Push(_root);
        }

        while (_pending.TryPop(out var node))
        {
            var distance = query.DistanceTo(node.Code);
            if (distance <= radius)
            {
                hits.Add(new SearchHit(node.Id, distance));
            }

            if (node.Children is null)
            {
                continue;
            }

            foreach (var (edge, child) in node.Children)
            {
                if (Math.Abs(edge - distance) <= radius)
                {
                    _pending.Push(child);
                }
            }
        }

        hits.Sort();
    }

    void Add(Node added)
    {
        if (_root is null)
        {
            _root = added;
            return;
        }

        var node = _root;
        while (true)
        {
            // An equal hash becomes a child at distance 0, as the textbook has it.
            var distance = added.Code.DistanceTo(node.Code);
            var children = node.Children ??= [];
            if (!children.TryGetValue(distance, out var child))
            {
                children.Add(distance, added);
                return;
            }

            node = child;
        }
    }

    sealed class Node(THash code, int id)
    {
        internal THash Code { get; } = code;

        internal int Id { get; } = id;

        /// <summary>None for a leaf.</summary>
        internal Dictionary<int, Node>? Children { get; set; }
    }
}
