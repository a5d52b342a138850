namespace HashMatch.Matching;

/// <summary>The rules of a verdict, first that holds decides.</summary>
/// <remarks>
/// <para>Near matches of a vetoed pair are no evidence: they are left out before any rule is asked, and named in the decision.</para>
/// <list type="table">
/// <item><term>known, exact</term><description>equal bytes with an entry of a known list that is not in quarantine</description></item>
/// <item><term>known, near</term><description>good hash within the radius of such an entry</description></item>
/// <item><term>uncertain, quarantined</term><description>either, with known entries in quarantine alone</description></item>
/// <item><term>suppressed</term><description>the same with ignore lists alone, exact before near</description></item>
/// <item><term>uncertain, quarantined</term><description>either, with ignored entries in quarantine alone</description></item>
/// <item><term>repeat, exact</term><description>equal bytes with a first item of its group, in this run or in the store behind it</description></item>
/// <item><term>uncertain, low-quality, undecided or unbalanced</term><description>no hash of it says enough</description></item>
/// <item><term>repeat, near</term><description>within the radius of a first item of a group</description></item>
/// <item><term>uncertain, review-band</term><description>nearest entry or first item just beyond the radius</description></item>
/// <item><term>uncertain, region-match</term><description>enough regions agree with a first item of this run</description></item>
/// <item><term>first-generation</term><description>none of these</description></item>
/// </list>
/// <para>
/// Where several lists match, a known one decides. All matches of the role that decided count: their labels are united
/// (<see cref="Decision.Labels"/>), and what they contradict each other in is shown (<see cref="Decision.Conflicts"/>), an
/// ignore list beside a known one among it. Neither changes the verdict. <see cref="Decision.DecidingMatch"/> is the one to
/// show.
/// </para>
/// </remarks>
static class VerdictRules
{
    /// <summary>Decides one item.</summary>
    /// <param name="gate">Why none of its hashes may be matched; null if one may.</param>
    /// <param name="lists">What the lists say, near matches of hashes that may be matched alone.</param>
    /// <param name="seen">What the items before it say.</param>
    /// <param name="nearest">The nearest first item within radius and review band, and that radius, if any.</param>
    /// <param name="findSharing">Looks for the first item that shares regions with it: asked last, since it costs most.</param>
    internal static Decision Decide(UncertainReason? gate, ListMatches lists, SeenEvidence seen,
        (FirstSighting First, int Radius)? nearest, Func<FirstSighting?> findSharing)
    {
        var decision = ByLists(lists, ListRole.Known, Verdict.Known) ??
            ByLists(lists, ListRole.Ignore, Verdict.Suppressed) ??
            ByItems(gate, lists, seen, nearest, findSharing);
        return lists.Vetoed.Count == 0 ? decision : decision with { VetoedMatches = lists.Vetoed };
    }

    /// <summary>What the entries of lists of that role decide, if any match.</summary>
    static Decision? ByLists(ListMatches lists, ListRole role, Verdict verdict)
    {
        MatchBasis? basis = null;
        var anyHeld = false;
        foreach (var match in lists.Matches)
        {
            if (match.Role != role)
            {
                continue;
            }

            if (match.IsHeld)
            {
                anyHeld = true;
            }
            else if (basis is null || match.Basis < basis)
            {
                basis = match.Basis;
            }
        }

        return basis is not null ? new Decision { Verdict = verdict, Basis = basis, Matches = lists.Matches }
            : anyHeld ? new Decision { Verdict = Verdict.Uncertain, Reason = UncertainReason.Quarantined, Matches = lists.Matches }
            : null;
    }

    static Decision ByItems(UncertainReason? gate, ListMatches lists, SeenEvidence seen,
        (FirstSighting First, int Radius)? nearest, Func<FirstSighting?> findSharing)
    {
        if (seen.SameBytes is not null)
        {
            return new Decision { Verdict = Verdict.Repeat, Basis = MatchBasis.Exact, FirstGeneration = seen.SameBytes };
        }

        if (gate is not null)
        {
            return new Decision { Verdict = Verdict.Uncertain, Reason = gate };
        }

        if (nearest is { } near && near.First.Distance <= near.Radius)
        {
            return new Decision { Verdict = Verdict.Repeat, Basis = MatchBasis.Near, FirstGeneration = near.First, VetoedFirsts = seen.Vetoed };
        }

        if (nearest is not null || lists.Candidates.Count > 0)
        {
            return new Decision
            {
                Verdict = Verdict.Uncertain,
                Reason = UncertainReason.ReviewBand,
                Matches = lists.Candidates,
                FirstGeneration = nearest?.First,
                VetoedFirsts = seen.Vetoed,
            };
        }

        return findSharing() is { } sharing
            ? new Decision { Verdict = Verdict.Uncertain, Reason = UncertainReason.RegionMatch, FirstGeneration = sharing, VetoedFirsts = seen.Vetoed }
            : new Decision { Verdict = Verdict.FirstGeneration, VetoedFirsts = seen.Vetoed };
    }
}
