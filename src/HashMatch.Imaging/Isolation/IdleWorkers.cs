using System.Diagnostics.CodeAnalysis;

namespace HashMatch.Imaging.Isolation;

/// <summary>Workers that wait for a picture. For one thread at a time.</summary>
sealed class IdleWorkers
{
    // In the order in which they came back.
    readonly List<WorkerProcess> _workers = [];

    internal IReadOnlyList<WorkerProcess> All => _workers;

    internal void Add(WorkerProcess worker) => _workers.Add(worker);

    /// <summary>
    /// Takes the one with the least room that does, so that those with more wait for larger pictures; of equals the latest, whose
    /// memory is the likeliest to be in a cache still.
    /// </summary>
    internal bool TryTake(WorkerLimits limits, [NotNullWhen(true)] out WorkerProcess? worker)
    {
        var found = -1;
        for (var i = _workers.Count - 1; i >= 0; i--)
        {
            if (_workers[i].Limits.Covers(limits) && (found < 0 || _workers[i].Limits.SharedBytes < _workers[found].Limits.SharedBytes))
            {
                found = i;
            }
        }

        worker = found < 0 ? null : TakeAt(found);
        return worker is not null;
    }

    /// <summary>Takes the one that has waited longest, if there is any.</summary>
    internal WorkerProcess? TakeOldest() => _workers.Count == 0 ? null : TakeAt(0);

    WorkerProcess TakeAt(int index)
    {
        var worker = _workers[index];
        _workers.RemoveAt(index);
        return worker;
    }
}
