using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>Joins the parts of a growing index on a thread of its own, one join at a time.</summary>
/// <remarks>
/// All members are called by the holder of the index's gate. What is removed while rows are copied is removed again from
/// the joined part before it takes the place of its parts.
/// </remarks>
/// <param name="gate">The index's gate.</param>
/// <param name="state">Its state.</param>
/// <param name="removals">How many removals there were.</param>
/// <param name="publish">Puts another state in place.</param>
sealed class BackgroundJoin<THash>(object gate, Func<IndexState<THash>> state, Func<ulong> removals, Action<IndexState<THash>> publish)
    where THash : struct, IHash<THash>
{
    /// <summary>Parts that may wait to be joined; with more, a writer waits.</summary>
    const int MostWaiting = 4;

    // Null while no join is under way.
    List<(int Id, ulong Removal)>? _removedMeanwhile;
    Exception? _failure;

    /// <summary>Begins a join if there are parts to join and none is under way.</summary>
    public void Start()
    {
        if (_removedMeanwhile is null && _failure is null && MergePolicy.Choose(state().Sealed) is { Count: > 0 } parts)
        {
            var known = removals();
            try
            {
                new Thread(() => Run(parts, known)) { IsBackground = true, Name = "hashmatch index" }.Start();
                // The thread needs the gate to finish, so it cannot have done so yet.
                _removedMeanwhile = [];
            }
            catch (OutOfMemoryException exception)
            {
                _failure = exception;
            }
        }
    }

    /// <summary>Notes a removal, for the join under way.</summary>
    public void Note(int id, ulong removal) => _removedMeanwhile?.Add((id, removal));

    /// <summary>Waits if too many parts wait to be joined, giving up the gate meanwhile.</summary>
    /// <returns>Whether it waited, so that everything may have changed.</returns>
    /// <exception cref="InvalidOperationException">The last join failed; told once, then tried again.</exception>
    public bool WaitForRoom()
    {
        if (_failure is { } failure)
        {
            _failure = null;
            throw new InvalidOperationException("Parts of the index could not be joined; what is stored can still be searched.", failure);
        }

        if (_removedMeanwhile is null || MergePolicy.Choose(state().Sealed).Count < MostWaiting)
        {
            return false;
        }

        Monitor.Wait(gate);
        return true;
    }

    /// <summary>Waits until no join is under way, giving up the gate meanwhile. A failed one is forgotten: the caller joins all itself.</summary>
    public void WaitForEnd()
    {
        while (_removedMeanwhile is not null)
        {
            Monitor.Wait(gate);
        }

        _failure = null;
    }

    void Run(List<IndexPart<THash>> parts, ulong known)
    {
        IndexSegment<THash>? joined = null;
        Exception? failure = null;
        try
        {
            joined = PartJoin.Join(parts, known);
        }
        catch (Exception exception)
        {
            // A thread of its own has nobody to throw to: the next writer is told, and readers go on with the parts.
            failure = exception;
        }

        lock (gate)
        {
            try
            {
                if (failure is null)
                {
                    foreach (var (id, removal) in _removedMeanwhile!)
                    {
                        joined?.Remove(id, removal);
                    }

                    publish(state().Replace(parts, joined));
                }
            }
            catch (OutOfMemoryException exception)
            {
                // Marks of a part nobody sees yet; the old parts stay.
                failure = exception;
            }
            finally
            {
                _failure = failure;
                _removedMeanwhile = null;
                Start();
                Monitor.PulseAll(gate);
            }
        }
    }
}
