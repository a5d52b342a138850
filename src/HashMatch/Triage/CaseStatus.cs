namespace HashMatch.Triage;

/// <summary>Where a report stands.</summary>
public enum CaseStatus
{
    /// <summary>It waits for a person.</summary>
    Open,

    /// <summary>It went back to its submitter, who is to complete it. It still waits, and stays in the queue.</summary>
    Returned,

    /// <summary>It is done with.</summary>
    Closed,
}
