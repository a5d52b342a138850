using System.Text;
using HashMatch.Benchmarks.Triage.Simulation;
using HashMatch.Triage.Rules;

namespace HashMatch.Tests.Triage;

/// <summary>
/// The simulated clearing house at a fiftieth of its size: as many reports a reader, since each takes fifty times as long, and
/// what a fiftieth as many have is common.
/// </summary>
public class TriageSimulationTests
{
    static readonly SimulationSettings s_small = new() { Reports = 2_000, ReadingTime = TimeSpan.FromMinutes(400), Period = TimeSpan.FromHours(24) };

    static readonly TriageRules s_rules = Rules("");

    [Fact]
    public void The_queue_keeps_its_promises()
    {
        var result = new TriageSimulation(s_small, 1, s_rules).Run();

        Assert.All(SimulationChecks.Of(result), check => Assert.True(check.Holds, check.What));
        // It sees more of what is new than the other orders with enough readers and with too few.
        Assert.All(new[] { result.Enough, result.TooFew }, runs => Assert.True(runs[0].FirstGenerationSeen > Math.Max(runs[1].FirstGenerationSeen, runs[2].FirstGenerationSeen)));
    }

    [Fact]
    public void The_same_seed_gives_the_same_figures_and_another_others()
    {
        var settings = s_small with { Reports = 500 };
        string Text(int seed, int threads)
        {
            StringWriter text = new();
            SimulationTables.Write(text, new TriageSimulation(settings with { Threads = threads }, seed).Run());
            // What building took differs from run to run.
            return string.Join('\n', text.ToString().Split('\n').Where(line => !line.StartsWith("The queue was built", StringComparison.Ordinal)));
        }

        Assert.Equal(Text(1, 1), Text(1, 2));
        Assert.NotEqual(Text(1, 1), Text(2, 1));
    }

    [Fact]
    public void Rules_that_weigh_labels_alone_do_not_pass()
    {
        var rules = Rules(""", "factors": { "firstGeneration": { "any": 0, "pointsEach": 0 }, "unclearItems": { "any": 0, "pointsEach": 0 } }""");

        var checks = SimulationChecks.Of(new TriageSimulation(s_small, 1, rules).Run());

        // Matching and links do not depend on them.
        Assert.Equal([false, true, false], checks.Take(3).Select(check => check.Holds));
    }

    static TriageRules Rules(string factors) => TriageRules.Parse(Encoding.UTF8.GetBytes(
        $$"""{ "schema": "hashmatch/triage-rules@1", "version": "small", "links": { "commonAbove": 20 }, "preservation": { "jurisdictions": {{ReportingSystem.Jurisdictions}} }{{factors}} }"""));
}
