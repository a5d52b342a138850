namespace HashMatch.Hosting.Telemetry;

/// <summary>The names of tags in metrics and traces.</summary>
static class Tags
{
    internal const string Verdict = "hashmatch.verdict";
    internal const string Code = "error.type";
    internal const string List = "hashmatch.list";
    internal const string Role = "hashmatch.role";
    internal const string Format = "hashmatch.format";
    internal const string Count = "hashmatch.count";
}
