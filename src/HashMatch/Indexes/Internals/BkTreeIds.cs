using System.Runtime.CompilerServices;

namespace HashMatch.Indexes.Internals;

/// <summary>The ids of one code: that of its posting, then those along the chain.</summary>
ref struct BkTreeIds(BkTreePosting posting, ref BkTreePosting chain)
{
    readonly ref BkTreePosting _chain = ref chain;
    BkTreePosting _next = posting;
    bool _ended;

    public int Current { get; private set; }

    public readonly BkTreeIds GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_ended)
        {
            return false;
        }

        Current = _next.Id;
        _ended = _next.Next == 0;
        _next = Unsafe.Add(ref _chain, _next.Next);
        return true;
    }
}
