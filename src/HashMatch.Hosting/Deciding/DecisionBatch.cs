using HashMatch.Matching;

namespace HashMatch.Hosting.Deciding;

/// <summary>Items that wait to be decided one after the other, and those who wait for them.</summary>
sealed class DecisionBatch(IReadOnlyList<HashedSubmission> items)
{
    // What waits for the decisions must not go on where they are made.
    readonly TaskCompletionSource<IReadOnlyList<Decision>> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Decision[] _decisions = new Decision[items.Count];

    internal int Count => items.Count;

    /// <summary>The decisions, once they are kept.</summary>
    internal Task<IReadOnlyList<Decision>> Decisions => _done.Task;

    internal void Decide(Func<HashedSubmission, Decision> decide)
    {
        for (var i = 0; i < _decisions.Length; i++)
        {
            _decisions[i] = decide(items[i]);
        }
    }

    internal void Complete() => _done.SetResult(_decisions);

    internal void Fail(Exception exception) => _done.SetException(exception);
}
