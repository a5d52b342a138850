using System.CommandLine;
using System.Globalization;

namespace HashMatch.Benchmarks.Soak;

/// <summary><c>soak</c>: a long scan with a catalogue, watched in tenths: does it slow down, does it grow, does it leak?</summary>
static class SoakCommand
{
    internal static Command Create()
    {
        var count = new Option<int>("--n") { HelpName = "N", Description = "Pictures to draw and scan.", DefaultValueFactory = _ => 200_000 };
        var program = new Option<string>("--command") { HelpName = "DLL", Description = "A built HashMatch.Cli.dll.", Required = true };
        var folder = new Option<string>("--folder") { HelpName = "PATH", Description = "Where pictures and catalogue are written; they are removed afterwards.", DefaultValueFactory = _ => Path.GetTempPath() };
        var under = new Option<string>("--under") { HelpName = "WORDS", Description = "Put before the command, such as 'prlimit --nofile=256'.", DefaultValueFactory = _ => "" };
        var arguments = new Option<string>("--with") { HelpName = "WORDS", Description = "Put behind it.", DefaultValueFactory = _ => "--threads 2" };
        var command = new Command("soak", "Draws small pictures, scans them with a catalogue, twice, and prints Markdown of every tenth. Linux.") { count, program, folder, under, arguments };
        command.SetAction(parsed =>
        {
            var place = Directory.CreateDirectory(Path.Join(parsed.GetValue(folder), $"hashmatch-{Environment.ProcessId}")).FullName;
            try
            {
                var pictures = Path.Join(place, "pictures");
                SoakPictures.Write(pictures, parsed.GetValue(count));
                string[] words = [.. Words(parsed.GetValue(under)!), "dotnet", parsed.GetValue(program)!, "scan", pictures, "--catalog", Path.Join(place, "soak.db"), .. Words(parsed.GetValue(arguments)!)];
                Console.WriteLine("| files, up to | files/s | processor ms a file | resident MB | handles | threads |");
                Console.WriteLine("|---|---:|---:|---:|---:|---:|");
                var code = Scan(words, parsed.GetValue(count), "");
                return Scan(words, parsed.GetValue(count), "again, ") | code;
            }
            finally
            {
                Directory.Delete(place, recursive: true);
            }
        });
        return command;
    }

    static int Scan(string[] words, int count, string which)
    {
        using SoakRun run = new(words);
        var worked = 0.0;
        for (var tenth = 1; tenth <= 10; tenth++)
        {
            var records = count * (long)tenth / 10 - count * (long)(tenth - 1) / 10;
            var (read, seconds, use) = run.Read(records);
            if (read > 0)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {which}{run.Records:N0} | {read / seconds:N0} | {(use.Processor - worked) * 1e3 / read:0.000} | {use.Bytes / 1e6:0} | {use.Handles} | {use.Threads} |"));
                worked = use.Processor;
            }
        }

        var code = run.Finish(out var summary);
        Console.WriteLine($"| {which}exit code {code}: {summary} | | | | | |");
        // Pictures cut off fail, and a run with failures ends with 1.
        return run.Records == count && code <= 1 ? 0 : 1;
    }

    static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
