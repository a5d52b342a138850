using System.Diagnostics;
using HashMatch.Fuzzing.Mutation;

namespace HashMatch.Fuzzing.Running;

/// <summary>Reads mutated inputs, one after the other on one thread; the same seed makes the same inputs.</summary>
/// <param name="target">What reads them.</param>
/// <param name="seed">The seed.</param>
sealed class Fuzzer(FuzzTarget target, int seed)
{
    const int MostFindings = 40;

    /// <summary>Reads so many inputs, the seeds first; each is shown before it is read, for the case that nobody returns.</summary>
    internal FuzzResult Run(long executions, Action<long, byte[]>? beforeEach = null)
    {
        Random random = new(seed);
        Corpus corpus = new(target.Seeds);
        Mutator mutator = new(target, corpus, random);
        Dictionary<string, Finding> findings = [];
        long most = 0;
        var started = Stopwatch.GetTimestamp();
        for (long i = 0; i < executions; i++)
        {
            var input = i < target.Seeds.Count ? target.Seeds[(int)i] : mutator.Next();
            beforeEach?.Invoke(i, input);
            var execution = Execution.Of(target, input);
            most = Math.Max(most, execution.Allocated);
            if (execution.Outcome is { } outcome)
            {
                corpus.Note(outcome, input);
            }
            else if (!findings.ContainsKey(execution.Finding!.Key) && findings.Count < MostFindings)
            {
                findings.Add(execution.Finding.Key, Shrinker.Shrink(target, execution.Finding));
            }
        }

        return new FuzzResult(executions, Stopwatch.GetElapsedTime(started).TotalSeconds, corpus.Outcomes, most, [.. findings.Values]);
    }
}
