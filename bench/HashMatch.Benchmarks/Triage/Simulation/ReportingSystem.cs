namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>A system that sends reports, with its habits; shares are of its reports, 0..1.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Jurisdiction">The jurisdiction it names, if any.</param>
/// <param name="Volume">Its share of all reports, in per cent.</param>
/// <param name="New">Reports with pictures nobody has seen.</param>
/// <param name="Labelled">Of those, reports that bring a labelled known picture along.</param>
/// <param name="Accounts">Reports that name an account.</param>
/// <param name="Places">Reports that name a place.</param>
/// <param name="Devices">Reports that name a device.</param>
/// <param name="Escalated">Reports that are to be seen at once.</param>
sealed record ReportingSystem(string Name, string? Jurisdiction, int Volume, double New, double Labelled, double Accounts, double Places,
    double Devices, double Escalated)
{
    /// <summary>Large ones tag by machine, one hardly tags at all, and two have little time.</summary>
    internal static IReadOnlyList<ReportingSystem> All { get; } =
    [
        new("platform-a", "J-90", 55, New: 0.12, Labelled: 0.2, Accounts: 0.95, Places: 0.02, Devices: 0.05, Escalated: 0.001),
        new("platform-b", "J-30", 22, New: 0.18, Labelled: 0.2, Accounts: 0.9, Places: 0.1, Devices: 0.3, Escalated: 0.002),
        new("hotline", null, 12, New: 0.4, Labelled: 0.05, Accounts: 0.03, Places: 0.02, Devices: 0, Escalated: 0),
        new("police", "J-14", 5, New: 0.5, Labelled: 0.4, Accounts: 0.7, Places: 0.7, Devices: 0.6, Escalated: 0.1),
        new("partner", "J-7", 6, New: 0.3, Labelled: 0.2, Accounts: 0.4, Places: 0.3, Devices: 0.2, Escalated: 0.01),
    ];

    /// <summary>How long each jurisdiction lets reports be kept, as a section of the rules.</summary>
    internal const string Jurisdictions = """{ "J-90": 90, "J-30": 30, "J-14": 14, "J-7": 7 }""";
}
