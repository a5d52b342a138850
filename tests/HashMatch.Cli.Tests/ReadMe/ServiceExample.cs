using HashMatch.Hosting;
using HashMatch.Lists;
using HashMatch.Matching;

namespace HashMatch.Cli.Tests.ReadMe;

/// <summary>The README's service example, with what it prints caught.</summary>
static class ServiceExample
{
    /// <summary>Runs it; its paths are relative to a folder that holds <c>testdata</c>, where it leaves a catalogue.</summary>
    internal static async Task<string[]> RunAsync()
    {
        await using StringWriter Console = new();

        // README begins
        var known = KnownListReader.Read("testdata/lists/known.csv", new ListReadOptions { Name = "known" });
        var ignore = KnownListReader.Read("testdata/lists/ignore.csv", new ListReadOptions { Name = "ignore", Role = ListRole.Ignore });
        using var service = new MatchService([known.List, ignore.List], new() { CatalogPath = "seen.db" });

        var files = Directory.GetFiles("testdata/images/variants").Order(StringComparer.Ordinal).Select(Submission.OfFile);
        await foreach (var result in service.SubmitAll(files.ToAsyncEnumerable()))
        {
            Console.WriteLine($"{result.Id}: {result.Verdict} {result.FirstGeneration?.Path}{result.Error?.Message}");
        }

        // README ends
        return Console.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
