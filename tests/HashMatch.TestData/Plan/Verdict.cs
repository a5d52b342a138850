namespace HashMatch.TestData.Plan;

/// <summary>What a scan is meant to say of a file. The words are those of the records.</summary>
static class Verdict
{
    public const string Known = "known";
    public const string Repeat = "repeat";
    public const string FirstGeneration = "first-generation";
    public const string Uncertain = "uncertain";
    public const string Suppressed = "suppressed";
    public const string Failed = "failed";
}
