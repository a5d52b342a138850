using System.CommandLine;
using System.Diagnostics;
using HashMatch.Benchmarks;
using HashMatch.Hashes;

namespace HashMatch.Comparison;

/// <summary>The command line: one comparison a run, as one Markdown table.</summary>
static class ComparisonCommand
{
    /// <summary>A contender missed a hash, or found one that is none.</summary>
    const int Inexact = 1;

    const int Unusable = 2;

    internal static int Run(string[] args)
    {
        var n = new Option<int>("--n") { Description = "Stored hashes.", DefaultValueFactory = _ => 1_000_000 };
        var bits = new Option<int>("--bits") { Description = "Width of a hash: 64 or 256.", DefaultValueFactory = _ => 64 };
        var radius = new Option<int>("--radius") { Description = "The inclusive bound of the search.", DefaultValueFactory = _ => 10 };
        var data = new Option<string>("--data") { Description = "uniform, or clustered: a fifth are near-duplicates.", DefaultValueFactory = _ => "uniform" };
        var queries = new Option<int>("--queries") { Description = "Queries a round.", DefaultValueFactory = _ => 200 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds, of which the fastest counts.", DefaultValueFactory = _ => 3 };
        var seed = new Option<int>("--seed") { Description = "Seed of all data.", DefaultValueFactory = _ => 1 };
        var only = new Option<string[]>("--only") { Description = "Parts of the names of the contenders that run; without it, all.", AllowMultipleArgumentsPerToken = true };
        var write = new Option<FileInfo?>("--write") { Description = "Write hashes and queries to a file and stop: the input of faiss/compare." };
        data.AcceptOnlyFromAmong("uniform", "clustered");
        var root = new RootCommand("Exact Hamming search: ours against what one would otherwise write or take.")
        {
            n, bits, radius, data, queries, rounds, seed, only, write,
        };
        root.SetAction(parsed =>
        {
            var options = new ComparisonOptions(
                parsed.GetValue(n), parsed.GetValue(bits), parsed.GetValue(radius), parsed.GetValue(data) == "clustered",
                parsed.GetValue(queries), parsed.GetValue(rounds), parsed.GetValue(seed), parsed.GetValue(only) ?? []);
            if (!options.MakeSense)
            {
                Console.Error.WriteLine("--bits is 64 or 256, --radius 0 to that, --n, --queries and --rounds at least 1.");
                return Unusable;
            }

            return options.Bits == 64
                ? Compare<Hash64>(options, parsed.GetValue(write), args)
                : Compare<Hash256>(options, parsed.GetValue(write), args);
        });
        var parsed = root.Parse(args);
        foreach (var error in parsed.Errors)
        {
            Console.Error.WriteLine(error.Message);
        }

        return parsed.Errors.Count > 0 ? Unusable : parsed.Invoke();
    }

    static int Compare<THash>(ComparisonOptions options, FileInfo? write, string[] args)
        where THash : unmanaged, IHash<THash>
    {
        var built = (DebuggableAttribute?)Attribute.GetCustomAttribute(typeof(IHash<THash>).Assembly, typeof(DebuggableAttribute));
        if (built is { IsJITOptimizerDisabled: true })
        {
            Console.Error.WriteLine("A debug build says nothing about speed: run with -c Release.");
            return Unusable;
        }

        var workload = Workload<THash>.Make(options);
        if (write is not null)
        {
            WorkloadFile.Write(write, workload, options);
            return 0;
        }

        Console.WriteLine(MachineDescription.Lines("bench/HashMatch.Comparison", args));
        return new Comparison<THash>(workload, options, Console.Out, Console.Error).Run() ? 0 : Inexact;
    }
}
