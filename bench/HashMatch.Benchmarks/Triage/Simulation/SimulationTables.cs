using System.Globalization;

namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>Results as Markdown.</summary>
static class SimulationTables
{
    internal static void Write(TextWriter output, SimulationResult result)
    {
        var matching = result.Matching;
        output.WriteLine(Text($"Seed {result.Seed}: {result.Settings.Reports:N0} reports in {result.Settings.Weeks} weeks, {matching.FirstGeneration:N0} of them first-generation, {matching.NeedPerson:N0} need a person; {matching.OnlyCopies:N0} hold nothing but copies by their verdicts, {matching.MereRecognised:N0} of the {matching.Mere:N0} that need nobody."));
        output.WriteLine(Text($"The queue was built {result.Builds.Count:N0} times: {result.Builds.Mean.TotalMilliseconds:N0} ms each, {result.Builds.Longest.TotalMilliseconds:N0} at most; linking {result.Builds.Linking.TotalSeconds:N0} s, ordering {result.Builds.Ordering.TotalSeconds:N0} s in all."));
        output.WriteLine();
        output.WriteLine("| readers | order | first-generation reports a reader-hour | of all | tag-poor wait, p50 / p95 / p99 | well-tagged wait | expired unseen | copies read |");
        output.WriteLine("|---:|---|---:|---:|---|---|---:|---:|");
        foreach (var run in result.Enough.Concat(result.TooFew))
        {
            output.WriteLine(Text($"| {run.Readers} | {run.Order} | {run.FirstGenerationPerHour:0.00} | {(double)run.FirstGenerationSeen / run.FirstGeneration:P1} | {run.Poor} | {run.Well} | {(double)run.Expired / matching.NeedPerson:P1} | {run.CopiesRead:N0} |"));
        }

        output.WriteLine();
        foreach (var (holds, what) in SimulationChecks.Of(result))
        {
            output.WriteLine($"- {(holds ? "PASS" : "FAIL")}: {what}");
        }

        output.WriteLine();
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
