using HashMatch.Matching.Conflicts;

namespace HashMatch.Matching;

/// <summary>A verdict with all its evidence.</summary>
public sealed record Decision
{
    /// <summary>What the item is.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What a known, repeat or suppressed verdict rests on; null for the others.</summary>
    public MatchBasis? Basis { get; init; }

    /// <summary>Why the item is uncertain; null for the other verdicts.</summary>
    public UncertainReason? Reason { get; init; }

    /// <summary>
    /// The list entries it matches, ordered by list, distance and entry. For <see cref="UncertainReason.ReviewBand"/>
    /// the candidates beyond the radius.
    /// </summary>
    public IReadOnlyList<Match> Matches { get; init; } = [];

    /// <summary>For a repeat the first item of its group; in the review band the item it comes near, if that is nearest; for <see cref="UncertainReason.RegionMatch"/> the item it shares most regions with.</summary>
    public FirstSighting? FirstGeneration { get; init; }

    /// <summary>List entries that come near it, but were vetoed: they decided nothing. Ordered as <see cref="Matches"/>.</summary>
    public IReadOnlyList<Match> VetoedMatches { get; init; } = [];

    /// <summary>Earlier items that would have decided it if they had not been vetoed, nearest first.</summary>
    public IReadOnlyList<FirstSighting> VetoedFirsts { get; init; } = [];

    /// <summary>
    /// The one match to show beside the verdict, null without any: of the role that decided it, equal bytes before near
    /// hashes, then the nearest, then the first in the order of <see cref="Matches"/>. In the review band the nearest
    /// candidate of a known list, else of an ignore list.
    /// </summary>
    public Match? DecidingMatch => Matches.Count == 0 ? null : Matches
        .OrderBy(match => match.Role == DecidingRole ? 0 : 1).ThenBy(match => match.IsHeld && Reason is null).ThenBy(match => match.Basis).ThenBy(match => match.Distance).First();

    /// <summary>
    /// What the lists that decided say of it together: the labels of the matches of the role that decided, distinct, in
    /// ordinal order. None where no list decided, so none in the review band.
    /// </summary>
    public IReadOnlyList<string> Labels =>
        [.. CountedMatches.SelectMany(match => match.Labels).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>
    /// What the lists that match contradict each other in: roles first, then scales of labels in ordinal order. None where
    /// no list decided.
    /// </summary>
    /// <remarks>
    /// Roles, where a known and an ignore list both match. Labels, where matches of the role that decided name one scale
    /// and have no value of it in common: <c>category-1</c> and <c>category-2</c>, or the classes <c>A1</c> and <c>B1</c>.
    /// Two entries of one list can contradict each other too.
    /// </remarks>
    public IReadOnlyList<ListConflict> Conflicts =>
        IsDecidedByLists ? ConflictFinder.Find([.. Matches.Where(match => !match.IsHeld)], CountedMatches) : [];

    /// <summary>The matches a verdict by lists rests on: those of the role that decided, but for entries in quarantine.</summary>
    internal IReadOnlyList<Match> CountedMatches =>
        IsDecidedByLists ? [.. Matches.Where(match => match.Role == DecidingRole && !match.IsHeld)] : [];

    bool IsDecidedByLists => Verdict is Verdict.Known or Verdict.Suppressed;

    ListRole DecidingRole => Verdict == Verdict.Suppressed ? ListRole.Ignore : ListRole.Known;

    /// <summary>
    /// Whether later copies are repeats of this item: so for first-generation and uncertain ones. Known and suppressed
    /// items must be matched by the list itself, and so must those whose entries are in quarantine for now; a repeat
    /// belongs to the group of its first item.
    /// </summary>
    public bool OpensGroup => Verdict is Verdict.FirstGeneration || (Verdict is Verdict.Uncertain && Reason != UncertainReason.Quarantined);

    /// <summary>How much a person's eyes are needed.</summary>
    public Attention Attention => AttentionOf(Verdict);

    /// <summary>The attention that goes with a verdict.</summary>
    public static Attention AttentionOf(Verdict verdict) => verdict switch
    {
        Verdict.FirstGeneration or Verdict.Failed => Attention.High,
        Verdict.Uncertain => Attention.Medium,
        _ => Attention.Low,
    };
}
