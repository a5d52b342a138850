using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using HashMatch.Catalog;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Matching;

namespace HashMatch.Benchmarks.Catalogs;

/// <summary>
/// <c>catalog</c>: fills a catalogue, opens it with and without the snapshot of its hashes, and decides files again that it
/// knows.
/// </summary>
static class CatalogCommand
{
    const int FilesInFolder = 10_000;

    static readonly CatalogSettings s_settings = new(HashProfile.Pdq1, Oriented: true, FormKinds.None, MatchOptions.Default);

    internal static Command Create()
    {
        var count = new Option<int>("--n") { HelpName = "N", Description = "Items to fill in.", DefaultValueFactory = _ => 1_000_000 };
        var batch = new Option<int>("--batch") { HelpName = "N", Description = "Items in a durable batch.", DefaultValueFactory = _ => 10_000 };
        var folder = new Option<string>("--folder") { HelpName = "PATH", Description = "Where the files are written; they are removed afterwards.", DefaultValueFactory = _ => Path.GetTempPath() };
        var command = new Command("catalog", "Fills and opens a catalogue, and decides known files again; prints Markdown.") { count, batch, folder };
        command.SetAction(parsed =>
        {
            var place = Directory.CreateDirectory(Path.Join(parsed.GetValue(folder), $"hashmatch-{Environment.ProcessId}")).FullName;
            try
            {
                Measure(place, parsed.GetValue(count), parsed.GetValue(batch));
            }
            finally
            {
                Directory.Delete(place, recursive: true);
            }

            return 0;
        });
        return command;
    }

    static void Measure(string folder, int count, int batch)
    {
        var path = Path.Join(folder, "bench.db");
        Random random = new(42);
        Console.WriteLine("| what | seconds | each |");
        Console.WriteLine("|---|---:|---:|");
        Report($"fill in {count:N0} items of random hashes, durable every {batch:N0}", count, () => Fill(path, random, count, batch));
        var files = WriteFiles(Path.Join(folder, "files"), random);
        Report($"fill in {files.Length:N0} files beside them", files.Length, () => Decide(path, files, random, expectKnown: false));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| the file afterwards: {new FileInfo(path).Length / 1e6:0} MB | | {new FileInfo(path).Length / (double)(count + files.Length):0} B |"));
        for (var round = 0; round < 3; round++)
        {
            Report($"decide the {files.Length:N0} files again, opening and closing included", files.Length, () => Decide(path, files, random, expectKnown: true));
        }

        Report("open with the snapshot", 1, () => Open(path).Dispose());
        Report("open with the snapshot", 1, () => Open(path).Dispose());
        File.Delete(path + "-hashes");
        Report("open without it", 1, () => Open(path).Dispose());
        Report("verify", count + files.Length, () =>
        {
            using var reader = CatalogReader.Open(path);
            reader.Verify();
        });
    }

    static void Fill(string path, Random random, int count, int batch)
    {
        using var writer = Open(path);
        for (var i = 0; i < count; i++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"/archive/{i / 1000:00000}/picture-{i:0000000}.jpg");
            writer.Submit(new CatalogItem(place, place, Draw(random, 100_000 + i, random.Next())));
            if (writer.Pending == batch)
            {
                writer.Commit();
            }
        }

        writer.Complete();
    }

    /// <summary>Looks at each file, asks the catalogue, and has it decided: what a scan does with files it knows, one thread.</summary>
    static void Decide(string path, string[] files, Random random, bool expectKnown)
    {
        using var writer = Open(path);
        foreach (var file in files)
        {
            var stamp = FileStamp.Of(file, TimeProvider.System)!.Value;
            var known = writer.Cache.Find(file, stamp);
            if ((known is not null) != expectKnown)
            {
                throw new InvalidOperationException("A file is not as well known as it should be.");
            }

            writer.Submit(new CatalogItem(file, file, known?.Content ?? Draw(random, stamp.Length, random.Next()), stamp, known));
            if (writer.Pending == 1024)
            {
                writer.Commit();
            }
        }

        writer.Complete();
    }

    static CatalogWriter Open(string path) => CatalogWriter.Open(path, s_settings, [], TimeProvider.System);

    static CatalogContent Draw(Random random, long length, int content)
    {
        var (a, b) = ((ulong)random.NextInt64(), (ulong)random.NextInt64());
        return new CatalogContent
        {
            Length = length,
            Digests = [ContentDigest.Compute(DigestKind.XxHash128, BitConverter.GetBytes(content))],
            Forms = new HashForms(new PdqResult(new Hash256(a, ~a, b, ~b), 100)),
            Width = 640,
            Height = 480,
            Format = "jpeg",
        };
    }

    static string[] WriteFiles(string folder, Random random)
    {
        Directory.CreateDirectory(folder);
        var bytes = new byte[64];
        var files = new string[FilesInFolder];
        for (var i = 0; i < files.Length; i++)
        {
            files[i] = string.Create(CultureInfo.InvariantCulture, $"{folder}/{i:00000}.bin");
            random.NextBytes(bytes);
            File.WriteAllBytes(files[i], bytes);
            File.SetLastWriteTimeUtc(files[i], new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        return files;
    }

    static void Report(string what, int count, Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        var elapsed = Stopwatch.GetElapsedTime(start);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {what} | {elapsed.TotalSeconds:0.000} | {(count == 1 ? "" : $"{elapsed.TotalMicroseconds / count:0.0} µs")} |"));
    }
}
