using System.Globalization;
using HashMatch.Hashers;

namespace HashMatch.Benchmarks.Folders;

/// <summary>The measurements as Markdown.</summary>
sealed class FolderReport(TextWriter output, PictureSet set, FolderBenchmark benchmark, HashProfile profile)
{
    internal void Write(string[] args)
    {
        WriteConditions(args);
        WriteThroughput();
        WriteSteps();
        WriteRatios();
        WriteDoubts();
    }

    void WriteConditions(string[] args)
    {
        var (_, whole) = benchmark.Pairs[0];
        Line($"# Folder throughput, profile {profile.Name}");
        Line($"");
        Line($"- Images: {set.Pictures.Count}, {whole.Best.Work.Pixels / 1e6:F1} megapixels, {set.ByteCount / (double)(1 << 20):F1} MiB of files, held in memory");
        Line($"- Failures: {Failures()}");
        Line($"- Rounds: {whole.Rounds.Count}, after one that does not count");
        Line($"- CPU: {MachineDescription.Cpu}");
        Line($"- Cores: {Environment.ProcessorCount}");
        Line($"- Runtime: {MachineDescription.Runtime}");
        if (MachineDescription.Switches is { Count: > 0 } switches)
        {
            Line($"- Switches: {string.Join(' ', switches)}");
        }

        Line($"- Command: `dotnet run -c Release --project bench/HashMatch.Benchmarks -- {string.Join(' ', args.Select(Quote))}`");
        Line($"");
    }

    void WriteThroughput()
    {
        Line($"| stage | threads | images/s best | images/s median | MP/s best | MP/s median | MP per CPU second | cores busy | GC pauses |");
        Line($"|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var series in benchmark.Series)
        {
            var (best, median) = (series.Best, series.Median);
            Cells($"{series.Pass.Name} | {series.Pass.Threads}",
                $"{best.ImagesPerSecond:F1} | {median.ImagesPerSecond:F1}",
                $"{best.MegapixelsPerSecond:F1} | {median.MegapixelsPerSecond:F1}",
                // These are known of a whole pass only, not of the part that is charged.
                series.Pass.IsWhole ? CostOf(median) : $"– | – | –");
        }

        Line($"");
        Line($"Hash only: {HashPass.MostPictures} pictures at most, spread over the folder, each hashed {HashPass.TimesEach} times after it was decoded.");
        Line($"The last three columns are of the median round. Where cores busy lies well below the number of threads, others used the machine or the last picture was a large one; pixels per CPU second depend on that less.");
        Line($"");
    }

    static FormattableString CostOf(PassResult round) =>
        $"{round.Work.Pixels / 1e6 / round.Cpu.TotalSeconds:F1} | {round.Cpu / round.Elapsed:F2} | {round.Pause / round.Elapsed:P1}";

    void WriteSteps()
    {
        var (_, whole) = benchmark.Pairs[0];
        Line($"| step of {whole.Pass.Name}, 1 thread | ms/image, best round | share | ms/image, median round | share |");
        Line($"|---|---:|---:|---:|---:|");
        WriteStep("read header", whole, round => round.Work.HeaderTime);
        WriteStep("decode", whole, round => round.Work.DecodeTime);
        WriteStep("luma + hash", whole, round => round.Work.HashTime);
        WriteStep("rest (give pixels back)", whole, round => round.Elapsed - round.Work.HeaderTime - round.Work.DecodeTime - round.Work.HashTime);
        WriteStep("all", whole, round => round.Elapsed);
        Line($"");
    }

    void WriteStep(string name, PassSeries series, Func<PassResult, TimeSpan> time)
    {
        var (best, median) = (series.Best, series.Median);
        Cells($"{name}",
            $"{time(best).TotalMilliseconds / best.Work.Images:F3} | {time(best) / best.Elapsed:P1}",
            $"{time(median).TotalMilliseconds / median.Work.Images:F3} | {time(median) / median.Elapsed:P1}");
    }

    void WriteRatios()
    {
        Line($"| threads | speed of decode + hash over decode only, median of rounds | lowest | highest |");
        Line($"|---:|---:|---:|---:|");
        foreach (var (decode, whole) in benchmark.Pairs)
        {
            // Compared within a round, where the machine was the same for both; of an even number the lower middle one.
            var ratios = decode.Rounds.Zip(whole.Rounds, (without, with) => with.MegapixelsPerSecond / without.MegapixelsPerSecond).Order().ToList();
            Cells($"{decode.Pass.Threads}", $"{ratios[(ratios.Count - 1) / 2]:F3} | {ratios[0]:F3} | {ratios[^1]:F3}");
        }
    }

    /// <summary>What should never be seen: then the numbers above are not to be trusted.</summary>
    void WriteDoubts()
    {
        if (!benchmark.IsSound)
        {
            Line($"");
            Line($"**Not to be trusted**: over all rounds {benchmark.Failed} decodes failed that had worked before, and {benchmark.Changed} hashes differed from the first.");
        }
    }

    string Failures()
    {
        if (set.Failures.Count == 0)
        {
            return "none";
        }

        var reasons = set.Failures.Select(failure => string.Create(CultureInfo.InvariantCulture, $"{failure.Key} {failure.Value}"));
        return string.Create(CultureInfo.InvariantCulture, $"{set.Failures.Values.Sum()} files left out ({string.Join(", ", reasons)})");
    }

    static string Quote(string argument) => argument.Contains(' ', StringComparison.Ordinal) ? $"'{argument}'" : argument;

    void Cells(params FormattableString[] cells) =>
        Line($"| {string.Join(" | ", cells.Select(FormattableString.Invariant))} |");

    void Line(FormattableString text) => output.WriteLine(FormattableString.Invariant(text));
}
