using HashMatch.Fuzzing.Mutation;
using HashMatch.Fuzzing.Running;
using HashMatch.Fuzzing.Targets;

namespace HashMatch.Fuzzing.Tests;

/// <summary>The harness finds faults that are there, and says the same again.</summary>
public class HarnessTests
{
    [Fact]
    public void Exceptions_leaks_and_large_allocations_are_found_and_made_small()
    {
        using SelfCheckTarget target = new(mayDie: false);

        var findings = new Fuzzer(target, seed: 1).Run(1_000).Findings.ToDictionary(finding => finding.Key.Split(' ')[0]);

        Assert.Equal("throw"u8.ToArray(), findings["InvalidOperationException"].Input);
        Assert.Equal("allocate"u8.ToArray(), findings["allocated"].Input);
        Assert.Equal("leak"u8.ToArray(), findings["A"].Input);
        Assert.Equal(3, findings.Count);
    }

    [Fact]
    public void A_process_that_dies_leaves_its_input_and_another_goes_on()
    {
        var result = new Supervisor("self-check", seed: 1, TimeSpan.FromMinutes(2)).Run(60);

        Assert.Equal(60, result.Executions);
        var death = Assert.Single(result.Findings, finding => finding.Key.StartsWith("the process ended", StringComparison.Ordinal));
        Assert.Contains("die", System.Text.Encoding.UTF8.GetString(death.Input), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_makes_the_same_inputs()
    {
        Assert.Equal(Inputs(seed: 3), Inputs(seed: 3));
        Assert.NotEqual(Inputs(seed: 3), Inputs(seed: 4));

        static List<string> Inputs(int seed)
        {
            List<string> inputs = [];
            using var target = TargetCatalog.Find("list-jsonl");
            new Fuzzer(target, seed).Run(200, (_, input) => inputs.Add(Convert.ToHexString(input)));
            return inputs;
        }
    }

    [Fact]
    public void What_has_a_new_outcome_is_mutated_further()
    {
        Corpus corpus = new([[0]]);
        corpus.Note("a", [1]);
        corpus.Note("a", [2]);
        corpus.Note("b", [3]);
        Random random = new(1);

        Assert.Equal(2, corpus.Outcomes);
        Assert.Equal([0, 1, 3], Enumerable.Range(0, 200).Select(_ => (int)corpus.Draw(random)[0]).Distinct().Order());
    }
}
