using System.Globalization;

namespace HashMatch.Benchmarks.Folders;

/// <summary>The measurements as Markdown.</summary>
sealed class FolderReport(TextWriter output, PictureSet set, FolderBenchmark benchmark)
{
    internal void Write()
    {
        WriteConditions();
        WriteThroughput();
        WriteSteps();
        WriteRatios();
        WriteDoubts();
    }

    void WriteConditions()
    {
        var (_, whole) = benchmark.Pairs[0];
        Line($"- Images: {set.Pictures.Count}, {whole.Best.Work.Pixels / 1e6:F1} megapixels, {set.ByteCount / (double)(1 << 20):F1} MiB of files, held in memory");
        Line($"- Failures: {Failures()}");
        Line($"- Rounds: {whole.Rounds.Count}, after one that does not count");
        Line($"");
    }

    void WriteThroughput()
    {
        Line($"| profile | stage | threads | images/s best | images/s median | MP/s best | MP/s median | images per CPU second | MP per CPU second | cores busy | GC pauses |");
        Line($"|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var series in benchmark.Series)
        {
            var (best, median) = (series.Best, series.Median);
            Cells($"{series.Pass.Recipe.Profile} | {series.Pass.Name} | {series.Pass.Threads}",
                $"{best.ImagesPerSecond:F1} | {median.ImagesPerSecond:F1}",
                $"{best.MegapixelsPerSecond:F1} | {median.MegapixelsPerSecond:F1}",
                // These are known of a whole pass only, not of the part that is charged.
                series.Pass.IsWhole ? CostOf(median) : $"– | – | – | –");
        }

        Line($"");
        Line($"Hash only: {HashPass.MostPictures} pictures at most, spread over the folder, each hashed {HashPass.TimesEach} times after it was decoded.");
        Line($"The last four columns are of the median round. Where cores busy lies well below the number of threads, others used the machine or the last picture was a large one; work per CPU second depends on that less.");
        Line($"Megapixels are those of the files, whether or not the decoder shrank them.");
        Line($"");
    }

    static FormattableString CostOf(PassResult round) =>
        $"{round.Work.Images / round.Cpu.TotalSeconds:F1} | {round.Work.Pixels / 1e6 / round.Cpu.TotalSeconds:F1} | {round.Cpu / round.Elapsed:F2} | {round.Pause / round.Elapsed:P1}";

    void WriteSteps()
    {
        foreach (var (_, whole) in benchmark.Pairs.Where(pair => pair.Whole.Pass.Threads == 1))
        {
            Line($"| {whole.Pass.Recipe.Profile}: step of {whole.Pass.Name}, 1 thread | ms/image, best round | share | ms/image, median round | share |");
            Line($"|---|---:|---:|---:|---:|");
            WriteStep("read header", whole, round => round.Work.HeaderTime);
            WriteStep("decode", whole, round => round.Work.DecodeTime);
            WriteStep("luma + hash", whole, round => round.Work.HashTime);
            WriteStep("rest (give pixels back)", whole, round => round.Elapsed - round.Work.HeaderTime - round.Work.DecodeTime - round.Work.HashTime);
            WriteStep("all", whole, round => round.Elapsed);
            Line($"");
        }
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
        Line($"| profile | threads | speed of decode + hash over decode only, median of rounds | lowest | highest | by CPU time | over {benchmark.Pairs[0].Whole.Pass.Recipe.Profile} | by CPU time |");
        Line($"|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var (decode, whole) in benchmark.Pairs)
        {
            var first = benchmark.Pairs.First(pair => pair.Whole.Pass.Threads == whole.Pass.Threads).Whole;
            var ratios = Ratios(decode, whole, Speed);
            Cells($"{whole.Pass.Recipe.Profile} | {whole.Pass.Threads}",
                $"{Middle(ratios):F3} | {ratios[0]:F3} | {ratios[^1]:F3} | {Middle(Ratios(decode, whole, SpeedByCpu)):F3}",
                $"{Middle(Ratios(first, whole, Speed)):F2} | {Middle(Ratios(first, whole, SpeedByCpu)):F2}");
        }
    }

    /// <summary>In order. Compared within a round, where the machine was the same for both.</summary>
    static List<double> Ratios(PassSeries below, PassSeries above, Func<PassResult, double> speed) =>
        [.. below.Rounds.Zip(above.Rounds, (without, with) => speed(with) / speed(without)).Order()];

    /// <summary>Of an even number the lower middle one.</summary>
    static double Middle(List<double> ordered) => ordered[(ordered.Count - 1) / 2];

    static double Speed(PassResult round) => round.MegapixelsPerSecond;

    static double SpeedByCpu(PassResult round) => round.Work.Pixels / round.Cpu.TotalSeconds;

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

    void Cells(params FormattableString[] cells) =>
        Line($"| {string.Join(" | ", cells.Select(FormattableString.Invariant))} |");

    void Line(FormattableString text) => output.WriteLine(FormattableString.Invariant(text));
}
