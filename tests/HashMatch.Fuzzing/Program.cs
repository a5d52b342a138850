using System.Globalization;
using HashMatch.Fuzzing.Running;

namespace HashMatch.Fuzzing;

/// <summary>The command; see <see cref="Usage"/>.</summary>
static class Program
{
    const string Usage = """
        dotnet run -c Release --project tests/HashMatch.Fuzzing -- TARGET|all [--executions N] [--seed S] [--findings FOLDER]
        dotnet run -c Release --project tests/HashMatch.Fuzzing -- TARGET --input FILE
        The first reads mutated inputs in a process of its own and keeps those that broke a law; the second reads one such again.
        """;

    static int Main(string[] args)
    {
        switch (args)
        {
            case ["child", var target, var executions, var seed, var flight]:
                ChildProcess.Run(target, executions, seed, flight);
                return 0;
            case [var target, "--input", var file] when IsTarget(target) && target != FuzzOptions.All:
                return Replay(target, file);
            case [var target, .. var words] when IsTarget(target) && FuzzOptions.TryRead(words, out var options):
                return Fuzz(target, options);
            default:
                Console.Error.WriteLine($"{Usage}\nTargets: {string.Join(' ', TargetCatalog.Names)}");
                return 2;
        }
    }

    static bool IsTarget(string name) => name == FuzzOptions.All || TargetCatalog.Names.Contains(name);

    static int Fuzz(string name, FuzzOptions options)
    {
        var found = 0;
        Console.WriteLine("| target | executions | seconds | outcomes | most allocated | findings |\n|---|---:|---:|---:|---:|---:|");
        foreach (var target in name == FuzzOptions.All ? TargetCatalog.Names : [name])
        {
            var result = new Supervisor(target, options.Seed, TimeSpan.FromSeconds(60)).Run(options.Executions);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| `{target}` | {result.Executions:N0} | {result.Seconds:0} | {result.Outcomes:N0} | {result.MostAllocated / 1024:N0} KiB | {result.Findings.Count} |"));
            foreach (var finding in result.Findings)
            {
                Console.Error.WriteLine($"{finding.Key}: {finding.Save(options.Findings, target)}");
            }

            found += result.Findings.Count;
        }

        return found > 0 ? 1 : 0;
    }

    static int Replay(string name, string file)
    {
        using var target = TargetCatalog.Find(name);
        var execution = Execution.Of(target, File.ReadAllBytes(file));
        Console.WriteLine(execution.Outcome ?? execution.Finding!.Details);
        return execution.Finding is null ? 0 : 1;
    }
}
