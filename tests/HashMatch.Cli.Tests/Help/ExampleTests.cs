using HashMatch.Cli.Help;
using HashMatch.Hashes;

namespace HashMatch.Cli.Tests.Help;

/// <summary>What the manuals show is run as it stands, page by page, in one folder that has the files they name.</summary>
[Collection(CurrentDirectory.Name)]
public sealed class ExampleTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public ExampleTests()
    {
        _folder.WritePicture("pictures/a.bmp", 1);
        _folder.WritePicture("pictures/b.bmp", 1, width: 160, height: 120);
        _folder.WritePicture("pictures/c.bmp", 2);
        _folder.WritePicture("incoming/d.bmp", 1, brighten: 3);
        _folder.WritePicture("incoming/e.bmp", 3);
        _folder.Write("known.csv", $"hash,id,labels\n{HashOf("pictures/a.bmp")},k-1,A\n");
        _folder.Write("stock.csv", $"hash,id,labels\n{HashOf("pictures/c.bmp")},s-1,stock\n");
        _folder.Write("delta.jsonl", $$"""{"id":"k-2","pdq":"{{HashOf("incoming/e.bmp")}}"}""");
        _folder.Write("sums.txt", $"{ContentDigest.Compute(DigestKind.Md5, File.ReadAllBytes(_folder.Path("incoming/e.bmp")))}  e.bmp\n");
        _folder.Write("same.txt", "incoming/d.bmp\tincoming/e.bmp\n");
        _folder.Write("reports.jsonl", string.Concat(((string[])["r-1", "r-2"]).Select(id =>
            $$"""{"schema":"hashmatch/report@1","id":"{{id}}","incidentType":"type-1","incidentTime":"2026-09-01T08:00:00Z","accounts":["acc-1"],"items":[{"path":"pictures/a.bmp"}]}""" + "\n")));
        _folder.WritePicture("pictures/pictures/a.bmp", 4);
        Directory.SetCurrentDirectory(_folder.Root);
    }

    public void Dispose()
    {
        Directory.SetCurrentDirectory(RepositoryFiles.Root);
        _folder.Dispose();
    }

    [Fact]
    public void Every_example_runs_and_does_something()
    {
        // The measurement alone takes some seconds, and is tested where it is made.
        foreach (var example in ManualPages.All.Where(manual => manual.Verb != "bench").SelectMany(manual => manual.Examples))
        {
            var line = ExampleLine.Of(example.Line);
            var run = line.Run();

            var expected = line.Commands.Last().Contains("--fail-on-match") ? ExitCode.KnownFound : ExitCode.Done;
            Assert.True(run.ExitCode == expected, $"{example.Line} exited with {run.ExitCode}: {run.Error}");
            Assert.True(run.Output.Length > 0, example.Line);
        }
    }

    string HashOf(string picture) => CommandRun.Of("hash", _folder.Path(picture)).Records[0].GetProperty("hash").GetString()!;
}
