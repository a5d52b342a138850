using HashMatch.Hashes;

namespace HashMatch.Matching;

/// <summary>Decides items one after the other: against lists, and against the items that came before.</summary>
/// <remarks>
/// <para>
/// A repeat is decided against the first item of its group, never against another repeat, so that groups do not grow
/// into chains. First-generation items open a group, and so do items that share regions or lie in the review band. Known and suppressed items
/// do not: what comes near them must match the list itself. An item whose hash says too little is only ever repeated by
/// equal bytes.
/// </para>
/// <para>
/// An item is looked for by every form it brings (<see cref="Sighting.Forms"/>) and remembered by its own hash and that
/// without its border, so that an altered copy finds its original, and a clean copy one with a border.
/// </para>
/// <para>
/// Decisions depend on the order of the calls and nothing else. Not thread-safe: hash in parallel, submit in order.
/// Submit each path once.
/// </para>
/// </remarks>
public sealed class Deduplicator
{
    readonly MatchOptions _options;
    readonly ListMatcher _lists;
    readonly SeenItems _seen;

    /// <summary>A deduplicator that has seen nothing yet.</summary>
    /// <param name="lists">The lists to match against; fill them before, leave them alone afterwards.</param>
    /// <param name="options">The bounds; <see cref="MatchOptions.Default"/> unless given.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound of the options lies outside its range.</exception>
    public Deduplicator(IEnumerable<KnownList> lists, MatchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(lists);
        _options = options ?? MatchOptions.Default;
        _options.Validate();

        _seen = new SeenItems(_options);
        KnownList[] all = [.. lists];
        _lists = new ListMatcher(all, _options);
        DigestKinds = [.. all.SelectMany(list => list.DigestKinds).Distinct().Order()];
    }

    /// <summary>The digests an item needs besides <see cref="DigestKind.XxHash128"/> for exact matches with the lists.</summary>
    public IReadOnlyList<DigestKind> DigestKinds { get; }

    /// <summary>Decides the next item and remembers it.</summary>
    public Decision Submit(Sighting sighting)
    {
        ArgumentNullException.ThrowIfNull(sighting);
        var forms = sighting.Forms;
        FirstSighting? sameBytes = null;
        (FirstSighting First, int Radius)? nearest = null;
        if (_options.CompareWithinRun)
        {
            sameBytes = _seen.FindExact(sighting);
            nearest = _seen.FindNearest(forms);
        }

        var decision = VerdictRules.Decide(_options.GateOf(forms), _lists.Find(sighting), sameBytes, nearest,
            () => _options.CompareWithinRun ? _seen.FindSharing(sighting.Regions) : null);
        if (_options.CompareWithinRun && decision.Verdict is (Verdict.FirstGeneration or Verdict.Uncertain))
        {
            _seen.Add(sighting);
        }

        return decision;
    }
}
