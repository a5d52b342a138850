using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>Joins the parts of a growing index on threads of its own: at most two joins at once, of different parts.</summary>
/// <remarks>
/// All members are called by the holder of the index's gate. The second join is there so that full tails become slot
/// tables while a long join goes on. What is removed while rows are copied is removed again from the joined part before it
/// takes the place of its parts.
/// </remarks>
/// <param name="gate">The index's gate.</param>
/// <param name="state">Its state.</param>
/// <param name="removals">How many removals there were.</param>
/// <param name="publish">Puts another state in place.</param>
sealed class BackgroundJoin<THash>(object gate, Func<IndexState<THash>> state, Func<ulong> removals, Action<IndexState<THash>> publish)
    where THash : struct, IHash<THash>
{
    /// <summary>Parts that wait at which a second join begins; not earlier, since it takes a core from readers.</summary>
    const int WaitingForSecondJoin = 3;

    /// <summary>Parts that wait at which a writer waits.</summary>
    const int MostWaiting = 6;

    readonly List<Join> _running = [];
    Exception? _failure;

    /// <summary>Begins a join if there are parts to join that no other join has, and not too many joins are under way.</summary>
    public void Start()
    {
        var parts = Waiting();
        var least = _running.Count switch { 0 => 1, 1 => WaitingForSecondJoin, _ => int.MaxValue };
        if (_failure is not null || parts.Count < least)
        {
            return;
        }

        Join join = new(parts, removals());
        try
        {
            new Thread(() => Run(join)) { IsBackground = true, Name = "hashmatch index" }.Start();
            // The thread needs the gate to finish, so it cannot have done so yet.
            _running.Add(join);
        }
        catch (OutOfMemoryException exception)
        {
            _failure = exception;
        }
    }

    /// <summary>Notes a removal, for the joins under way.</summary>
    public void Note(int id, ulong removal)
    {
        foreach (var join in _running)
        {
            join.RemovedMeanwhile.Add((id, removal));
        }
    }

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

        if (_running.Count == 0 || Waiting().Count < MostWaiting)
        {
            return false;
        }

        Monitor.Wait(gate);
        return true;
    }

    /// <summary>Waits until no join is under way, giving up the gate meanwhile. A failed one is forgotten: the caller joins all itself.</summary>
    public void WaitForEnd()
    {
        while (_running.Count > 0)
        {
            Monitor.Wait(gate);
        }

        _failure = null;
    }

    /// <summary>What to join next, of the parts that no join has.</summary>
    List<IndexPart<THash>> Waiting() =>
        MergePolicy.Choose(state().Sealed.Where(part => !_running.Exists(join => join.Parts.Contains(part))));

    void Run(Join join)
    {
        IndexSegment<THash>? joined = null;
        Exception? failure = null;
        try
        {
            joined = PartJoin.Join(join.Parts, join.Known);
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
                    foreach (var (id, removal) in join.RemovedMeanwhile)
                    {
                        joined?.Remove(id, removal);
                    }

                    publish(state().Replace(join.Parts, joined, join.Known));
                }
            }
            catch (OutOfMemoryException exception)
            {
                // Marks of a part nobody sees yet; the old parts stay.
                failure = exception;
            }
            finally
            {
                _failure = failure ?? _failure;
                _running.Remove(join);
                Start();
                Monitor.PulseAll(gate);
            }
        }
    }

    /// <summary>A join under way.</summary>
    /// <param name="parts">What it joins.</param>
    /// <param name="known">The removals it heeds while it copies.</param>
    sealed class Join(List<IndexPart<THash>> parts, ulong known)
    {
        public List<IndexPart<THash>> Parts => parts;

        public ulong Known => known;

        /// <summary>What was removed since.</summary>
        public List<(int Id, ulong Removal)> RemovedMeanwhile { get; } = [];
    }
}
