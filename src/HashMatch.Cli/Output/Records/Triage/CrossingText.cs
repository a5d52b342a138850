namespace HashMatch.Cli.Output.Records.Triage;

/// <summary>What reports that belong together lie across, in words; empty where that is nothing.</summary>
static class CrossingText
{
    internal static string Of(bool systems, bool jurisdictions) => (systems, jurisdictions) switch
    {
        (true, true) => "across systems and jurisdictions",
        (true, false) => "across systems",
        (false, true) => "across jurisdictions",
        _ => "",
    };
}
