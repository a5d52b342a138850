namespace HashMatch.Triage.FollowUps;

/// <summary>What was done with a report: a closed set. A word outside it is kept, with <see cref="FollowUp.Outcome"/> null.</summary>
public enum FollowUpOutcome
{
    /// <summary>A person opened it; it stays open.</summary>
    Opened,

    /// <summary>It was given back to its submitter to be completed; it stays in the queue.</summary>
    Returned,

    /// <summary>It led to action; closed.</summary>
    Actioned,

    /// <summary>It was closed without saying more.</summary>
    Closed,

    /// <summary>Nothing can be done on it; closed.</summary>
    NotActionable,

    /// <summary>It is taken up again; open.</summary>
    Reopened,
}
