using System.Globalization;

namespace HashMatch.Triage;

/// <summary>One factor of a priority: what it rests on and what it is worth.</summary>
/// <param name="Kind">Which factor.</param>
/// <param name="Points">What it adds to the priority, 0 or more.</param>
/// <param name="Amount">The number it rests on: items, reports, systems, or whole days; 1 or 0 for yes or no.</param>
/// <param name="Subject">The word it rests on: a label, an incident type, the kinds of new information; else null.</param>
public readonly record struct Factor(FactorKind Kind, int Points, int Amount, string? Subject = null)
{
    /// <summary>Whether it adds anything.</summary>
    public bool IsApplied => Points > 0;

    /// <summary>Its name in records.</summary>
    public string Name => NameOf(Kind);

    /// <summary>What it rests on, in words.</summary>
    public string Reason => Kind switch
    {
        FactorKind.Escalation => Amount > 0 ? "the reporter escalated it" : "not escalated",
        FactorKind.Severity => Subject is null ? "no label matched" : $"label '{Subject}'",
        FactorKind.IncidentType => $"incident type '{Subject}'",
        FactorKind.FirstGeneration => Counted("first-generation item"),
        FactorKind.UnclearItems => Counted("item that only a person can judge", "items that only a person can judge"),
        FactorKind.NewInformation => Subject is null
            ? Amount == 0 ? "no known or repeated item" : $"nothing new on {Counted("known or repeated item")}"
            : $"new {Subject} on {Counted("known or repeated item")}",
        FactorKind.Sources => Amount < 2 ? "no other system" : $"reports of {Counted("system")} are linked",
        FactorKind.LinkedReports => Counted("other report") + " in its group",
        FactorKind.Preservation => Amount < 0 ? "overdue" : Counted("day") + " until the deadline",
        FactorKind.AgeFloor => "waiting for " + Counted("day"),
        _ => "",
    };

    /// <summary>The name of a factor in records: <c>escalation</c>, <c>severity</c>, <c>first-generation</c>, ….</summary>
    /// <param name="kind">The factor.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is unknown.</exception>
    public static string NameOf(FactorKind kind) => kind switch
    {
        FactorKind.Escalation => "escalation",
        FactorKind.Severity => "severity",
        FactorKind.IncidentType => "incident-type",
        FactorKind.FirstGeneration => "first-generation",
        FactorKind.UnclearItems => "unclear-items",
        FactorKind.NewInformation => "new-information",
        FactorKind.Sources => "sources",
        FactorKind.LinkedReports => "linked-reports",
        FactorKind.Preservation => "preservation",
        FactorKind.AgeFloor => "age-floor",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown factor."),
    };

    /// <summary>In words: <c>first-generation +120: 2 first-generation items</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} +{Points}: {Reason}");

    string Counted(string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{Amount} {(Amount == 1 ? one : many ?? one + "s")}");
}
