namespace HashMatch.Triage;

/// <summary>What a priority is made of: a closed set. Every entry has one factor of each, in this order.</summary>
public enum FactorKind
{
    /// <summary>The reporter asks for the report to be seen at once.</summary>
    Escalation,

    /// <summary>The weightiest label of the list entries its items match, by the operator's table.</summary>
    Severity,

    /// <summary>Its incident type, by the operator's table.</summary>
    IncidentType,

    /// <summary>Items nobody has seen before.</summary>
    FirstGeneration,

    /// <summary>Items that only a person can judge: uncertain, unreadable, or without a verdict.</summary>
    UnclearItems,

    /// <summary>A place, device or account that was not known of a known or repeated item.</summary>
    NewInformation,

    /// <summary>How many systems the reports of its group come from.</summary>
    Sources,

    /// <summary>How many other reports its group has.</summary>
    LinkedReports,

    /// <summary>How much time is left in the preservation period: follows the clock.</summary>
    Preservation,

    /// <summary>What is missing to the priority a report has at least after so long a wait: follows the clock.</summary>
    AgeFloor,
}
