using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using HashMatch.Lists;

namespace HashMatch.Benchmarks.Lists;

/// <summary><c>lists</c>: how fast lists of every format are read and imported, and whether memory grows with them.</summary>
static class ListsCommand
{
    const int RowsBetweenLooks = 20_000;

    internal static Command Create()
    {
        var count = new Option<int>("--n") { HelpName = "N", Description = "Entries a list.", DefaultValueFactory = _ => 1_000_000 };
        var command = new Command("lists", "Writes synthetic lists of every format to a temporary folder, reads and imports them; prints Markdown.") { count };
        command.SetAction(parsed => Measure(parsed.GetValue(count)));
        return command;
    }

    static int Measure(int count)
    {
        var folder = Directory.CreateTempSubdirectory("hashmatch-lists-");
        try
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} synthetic entries a list, seed 42, one thread, files in memory of the system; processor time is that of all threads and tells more where the machine is shared. Memory: the most the collected heap and the process grew by after the first tenth of the rows."));
            Console.WriteLine();
            Console.WriteLine("| format | bytes a row | read, rows/s | of processor time | read, MB/s | import, rows/s | of processor time | heap +MB | process +MB |");
            Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
            foreach (var (name, write) in SyntheticLists.All)
            {
                var path = Path.Combine(folder.FullName, "list");
                write(path, count);
                Print(name, path, count);
                File.Delete(path);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return 0;
    }

    static void Print(string name, string path, int count)
    {
        var bytes = new FileInfo(path).Length;
        Read(path, Math.Max(count / 10, 1), out _, out _);
        var read = Read(path, count, out var heap, out var process);
        var import = Import(path, count);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {bytes / (double)count:0} | {count / read.Clock.TotalSeconds:N0} | {count / read.Processor.TotalSeconds:N0} | {bytes / read.Clock.TotalSeconds / 1e6:0} | {count / import.Clock.TotalSeconds:N0} | {count / import.Processor.TotalSeconds:N0} | {heap / 1e6:0.0} | {process / 1e6:0.0} |"));
    }

    static Duration Read(string path, int count, out long heapGrowth, out long processGrowth)
    {
        (heapGrowth, processGrowth) = (0, 0);
        long heap = 0, process = 0;
        var start = Duration.Now;
        using var reader = Open(path);
        while (reader.Counts.Rows < count && reader.TryRead(out _))
        {
            if (reader.Counts.Rows % RowsBetweenLooks != 0)
            {
                continue;
            }

            var (heapNow, processNow) = (GC.GetGCMemoryInfo().HeapSizeBytes, Environment.WorkingSet);
            if (reader.Counts.Rows <= count / 10)
            {
                (heap, process) = (Math.Max(heap, heapNow), Math.Max(process, processNow));
            }
            else
            {
                heapGrowth = Math.Max(heapGrowth, heapNow - heap);
                processGrowth = Math.Max(processGrowth, processNow - process);
            }
        }

        return reader.Counts.Entries + reader.Counts.Tombstones == count
            ? Duration.Now - start
            : throw new InvalidOperationException($"Of {count} rows {reader.Counts.Rejected} were refused.");
    }

    static Duration Import(string path, int count)
    {
        var start = Duration.Now;
        using var reader = Open(path);
        var written = ListFile.Replace(path + ".jsonl", stream =>
        {
            using var writer = ListWriter.Create(stream, ListExportFormat.JsonLines, reader.Header);
            while (reader.TryRead(out var row))
            {
                writer.Write(row.Entry!);
            }

            writer.Complete();
            return writer.Written;
        });
        File.Delete(path + ".jsonl");
        return written == count ? Duration.Now - start : throw new InvalidOperationException($"Of {count} rows {written} were written.");
    }

    static ListReader Open(string path) => ListReader.Open(path, new ListReadOptions { Name = "bench" });

    /// <summary>Time by the clock, and time the processor worked for us.</summary>
    readonly record struct Duration(TimeSpan Clock, TimeSpan Processor)
    {
        internal static Duration Now => new(Stopwatch.GetElapsedTime(0), Environment.CpuUsage.TotalTime);

        public static Duration operator -(Duration end, Duration start) => new(end.Clock - start.Clock, end.Processor - start.Processor);
    }
}
