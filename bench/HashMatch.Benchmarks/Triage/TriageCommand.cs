using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using HashMatch.Catalog;
using HashMatch.Catalog.Triage;
using HashMatch.Hashers;
using HashMatch.Matching;
using HashMatch.Triage;
using HashMatch.Triage.Links;
using HashMatch.Triage.Reports;
using HashMatch.Triage.Rules;

namespace HashMatch.Benchmarks.Triage;

/// <summary><c>triage</c>: takes reports into a catalogue and orders them, at the scale of a year.</summary>
static class TriageCommand
{
    const int Seed = 42;

    /// <summary>As many as <c>triage ingest</c> takes in between two commits.</summary>
    const int Batch = 512;

    static readonly CatalogSettings s_settings = new(HashProfile.Pdq1, Oriented: true, FormKinds.All, MatchOptions.Default);

    internal static Command Create()
    {
        var reports = new Option<int>("--reports") { HelpName = "N", Description = "Reports to take in.", DefaultValueFactory = _ => 100_000 };
        var items = new Option<int>("--items") { HelpName = "N", Description = "Items of each.", DefaultValueFactory = _ => 10 };
        var threads = new Option<int>("--threads") { HelpName = "N", Description = "Threads that read and link.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var folder = new Option<string>("--folder") { HelpName = "PATH", Description = "Where the catalogue is written.", DefaultValueFactory = _ => Path.GetTempPath() };
        var keep = new Option<bool>("--keep") { Description = "Leave the catalogue there, for --catalog and for the command itself." };
        var catalog = new Option<string>("--catalog") { HelpName = "DB", Description = "Order the reports of a catalogue that is there, and take none in." };
        var command = new Command("triage", "Takes reports into a catalogue, orders them, and prints Markdown.") { reports, items, threads, folder, keep, catalog };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(catalog) is { } made)
            {
                WriteHead();
                Queue(made, parsed.GetValue(threads));
                return 0;
            }

            var place = Directory.CreateDirectory(Path.Join(parsed.GetValue(folder), $"hashmatch-{Environment.ProcessId}")).FullName;
            try
            {
                Measure(Path.Join(place, "triage.db"), parsed.GetValue(reports), parsed.GetValue(items), parsed.GetValue(threads));
            }
            finally
            {
                if (parsed.GetValue(keep))
                {
                    Console.Error.WriteLine($"Kept: {Path.Join(place, "triage.db")}");
                }
                else
                {
                    Directory.Delete(place, recursive: true);
                }
            }

            return 0;
        });
        return command;
    }

    static void Measure(string path, int reports, int items, int threads)
    {
        WriteHead();
        SyntheticReports synthetic = new(Seed);
        var list = synthetic.CreateList();
        // Lines are made beforehand: what is measured begins with a row's bytes.
        byte[][] rows = [.. Enumerable.Range(0, reports).Select(number => ReportWriter.ToUtf8Bytes(synthetic.Next(number, items)))];
        Report($"ingest {reports:N0} reports of {items} items, {rows.Sum(row => (long)row.Length) / 1e6:0} MB, durable every {Batch}", reports, () => Ingest(path, rows, list));
        Report("the same again: unchanged", reports, () => Ingest(path, rows, list));
        rows = [];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| the file afterwards: {new FileInfo(path).Length / 1e6:0} MB | | | |"));
        Queue(path, threads);
    }

    static void WriteHead()
    {
        Console.WriteLine("| what | seconds | a second | memory held |");
        Console.WriteLine("|---|---:|---:|---:|");
    }

    static void Ingest(string path, byte[][] rows, KnownList list)
    {
        using var writer = CatalogWriter.Open(path, s_settings, [list], TimeProvider.System);
        for (var i = 0; i < rows.Length; i++)
        {
            var report = ReportReader.Parse(rows[i]).Value!;
            writer.Reports.Submit(report, new ItemReading?[report.Items.Count]);
            if (i % Batch == Batch - 1)
            {
                writer.Commit();
            }
        }

        writer.Complete();
    }

    /// <summary>Twice: the first time the code is not compiled to the end, as in a command that runs once.</summary>
    static void Queue(string path, int threads)
    {
        for (var round = 0; round < 2; round++)
        {
            using var reader = CatalogReader.Open(path);
            var reports = 0;
            IReadOnlyList<TriageCase> cases = [];
            ReportLinks? links = null;
            TriageQueue? queue = null;
            DateTimeOffset now = new(2026, 4, 15, 0, 0, 0, TimeSpan.Zero);
            var start = Stopwatch.GetTimestamp();
            Report("queue, reading the reports and verdicts", () => cases = reader.Reports.ReadCases(threads), () => reports = cases.Count);
            Report("queue, linking them", () => links = ReportLinks.Find(cases.Select(@case => @case.Report), TriageRules.Default.Links, threads), () => reports);
            Report("queue, ordering them", () => queue = TriageQueue.Order(cases, links!, TriageRules.Default, now), () => reports);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| all three: {queue!.Links.Groups.Count:N0} groups, {queue.Links.Links.Count:N0} links; at the head {queue.Open[0].Report.Id} with {queue.Open[0].Priority} | {Stopwatch.GetElapsedTime(start).TotalSeconds:0.00} | | |"));
        }
    }

    static void Report(string what, int count, Action work) => Report(what, work, () => count);

    static void Report(string what, Action work, Func<int> count)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {what} | {seconds:0.00} | {count() / seconds:N0} reports | {process.WorkingSet64 / 1e6:0} MB, at most {process.PeakWorkingSet64 / 1e6:0} MB |"));
    }
}
