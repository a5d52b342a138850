using System.Buffers;

namespace HashMatch.Indexes.Internals;

/// <summary>The inner nodes above the node a search visits: never more than the tree is deep.</summary>
/// <remarks>
/// Usually they find room on the caller's stack. Only data made for it builds a deeper tree; the path then lies in a
/// rented array, so that no data can overflow the stack.
/// </remarks>
ref struct BkTreePath
{
    /// <summary>Steps the caller has room for.</summary>
    internal const int UsualDepth = 32;

    readonly BkTreeStep[]? _rented;
    readonly Span<BkTreeStep> _steps;
    int _length;

    internal BkTreePath(int depth, Span<BkTreeStep> usual)
    {
        _rented = depth <= usual.Length ? null : ArrayPool<BkTreeStep>.Shared.Rent(depth);
        _steps = _rented ?? usual;
    }

    internal readonly bool IsEmpty => _length == 0;

    /// <summary>The innermost step.</summary>
    internal readonly ref BkTreeStep Top => ref _steps[_length - 1];

    internal void Push(BkTreeStep step) => _steps[_length++] = step;

    internal void Pop() => _length--;

    internal readonly void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<BkTreeStep>.Shared.Return(_rented);
        }
    }
}
