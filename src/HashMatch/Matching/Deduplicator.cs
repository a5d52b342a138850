using HashMatch.Hashes;
using HashMatch.Matching.Review;

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
/// An item is looked for by every form it brings (<see cref="Sighting.Forms"/>) and remembered by its own hash and those
/// without its border and margins, so that an altered copy finds its original, and a clean copy one with a border.
/// </para>
/// <para>
/// Pairs under a veto are no evidence on one another: the next best decides (<see cref="VetoSet"/>).
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
    readonly ISeenItems _seen;
    readonly SeenRegions? _regions;
    readonly VetoSet _vetoes;

    /// <summary>A deduplicator that has seen nothing yet, or what a store remembers.</summary>
    /// <param name="lists">The lists to match against; fill them before, leave them alone afterwards.</param>
    /// <param name="options">The bounds; <see cref="MatchOptions.Default"/> unless given.</param>
    /// <param name="seen">What remembers the items; a memory of its own, empty, unless given.</param>
    /// <param name="vetoes">The pairs that are never the same; none unless given. A <paramref name="seen"/> of your own must heed them itself.</param>
    /// <param name="history">Is told which entries match, and says which are in quarantine; nobody unless given.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound of the options lies outside its range.</exception>
    public Deduplicator(IEnumerable<KnownList> lists, MatchOptions? options = null, ISeenItems? seen = null, VetoSet? vetoes = null,
        IEntryHistory? history = null)
    {
        ArgumentNullException.ThrowIfNull(lists);
        _options = options ?? MatchOptions.Default;
        _options.Validate();

        _vetoes = vetoes ?? VetoSet.None;
        _seen = seen ?? new SeenItems(_options, _vetoes);
        _regions = _options.AgreeingRegions is { } least ? new SeenRegions(least) : null;
        KnownList[] all = [.. lists];
        _lists = new ListMatcher(all, _options, _vetoes, history);
        DigestKinds = [.. all.SelectMany(list => list.DigestKinds).Distinct().Order()];
    }

    /// <summary>The digests an item needs besides <see cref="DigestKind.XxHash128"/> for exact matches with the lists.</summary>
    public IReadOnlyList<DigestKind> DigestKinds { get; }

    /// <summary>Decides the next item and remembers it.</summary>
    public Decision Submit(Sighting sighting)
    {
        ArgumentNullException.ThrowIfNull(sighting);
        var evidence = _options.CompareWithinRun ? _seen.Find(sighting) : default;
        (FirstSighting First, int Radius)? nearest = evidence.Nearest is { } first
            ? (first, _options.RadiusOf(first.Transform, _options.Radius, first.Trimmed))
            : null;
        var sides = _vetoes.SidesOf(sighting.Forms, sighting.Digests, _options);
        var decision = VerdictRules.Decide(_options.GateOf(sighting.Forms), _lists.Find(sighting, sides), evidence, nearest,
            () => _options.CompareWithinRun ? _regions?.Find(sighting, sides) : null);
        if (_options.CompareWithinRun)
        {
            _seen.Remember(sighting, evidence, decision);
            if (decision.OpensGroup && _options.GateOf(sighting.Forms) is null)
            {
                _regions?.Add(sighting, sides);
            }
        }

        return decision;
    }
}
