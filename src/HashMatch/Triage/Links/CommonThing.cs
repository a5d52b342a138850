namespace HashMatch.Triage.Links;

/// <summary>Something that more reports have in common than join a group by it: a picture all the world sends on.</summary>
/// <param name="Reason">What kind of thing it is.</param>
/// <param name="Hub">The position of the report through which all others are linked.</param>
/// <param name="Reports">How many reports have it.</param>
/// <param name="Subject">For an account or a device its identifier, else null.</param>
public sealed record CommonThing(LinkReason Reason, int Hub, int Reports, string? Subject)
{
    /// <summary>Pairs of reports that have it in common and are not listed: all but those with the hub.</summary>
    public long UnlistedPairs => ((long)Reports * (Reports - 1) / 2) - (Reports - 1);
}
