using HashMatch.Hashers;
using HashMatch.Matching;

namespace HashMatch.Hosting.Tests;

public class OrderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Results_are_the_same_for_any_parallelism(int seed)
    {
        var expected = await LinesAsync(seed, parallelism: 1, maxAhead: 1, catalog: null);

        Assert.Equal(200, expected.Count);
        Assert.Equal(["Failed", "FirstGeneration", "Repeat"], expected.Select(line => line.Split(' ')[1]).Distinct().Order(StringComparer.Ordinal).Take(3));
        for (var parallelism = 1; parallelism <= 8; parallelism++)
        {
            using TemporaryFolder folder = new();
            Assert.Equal(expected, await LinesAsync(seed, parallelism, maxAhead: null, catalog: null));
            Assert.Equal(expected, await LinesAsync(seed, parallelism, maxAhead: parallelism == 8 ? 50 : null, folder.Path("seen.db")));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Decisions_are_those_of_one_after_the_other(bool remembers)
    {
        using TemporaryFolder folder = new();
        var items = Drawn.Items(seed: 3, count: 600);
        var known = Drawn.List("known", ListRole.Known, DrawnHash.At(HashOf(items[0]), 20));
        var ignore = Drawn.List("ignore", ListRole.Ignore, DrawnHash.At(HashOf(items[7]), 20));
        using MatchService one = new([known, ignore]);
        var expected = items.ConvertAll(item => Drawn.Line(one.Submit(item)));
        using MatchService service = new([known, ignore], new() { Parallelism = 4, CatalogPath = remembers ? folder.Path("seen.db") : null });

        List<string> lines = [];
        await foreach (var result in service.SubmitAll(items.ToAsyncEnumerable(), TestContext.Current.CancellationToken))
        {
            lines.Add(Drawn.Line(result));
        }

        Assert.Equal(expected, lines);
        Assert.Equal(
            ["FirstGeneration", "Known", "Repeat", "Suppressed", "Uncertain"],
            lines.Select(line => line.Split(' ')[1]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Lists_alone_can_be_matched_against()
    {
        var items = Drawn.Items(seed: 4, count: 100);
        using MatchService service = new([], new() { Bounds = MatchOptions.Default with { CompareWithinRun = false } });

        Assert.DoesNotContain(items, item => service.Submit(item).Verdict == Verdict.Repeat);
    }

    [Fact]
    public async Task Regions_are_looked_for_where_they_are_asked_for()
    {
        using MatchService service = new([], new() { Bounds = MatchOptions.Default with { AgreeingRegions = 4 } });
        string[] files = ["scenes/skyline.jpg", "variants/skyline-captioned.jpg"];

        List<MatchResult> results = [];
        await foreach (var result in service.SubmitAll(files.Select(file => Submission.OfFile(RepositoryFiles.Path("testdata", "images", file))).ToAsyncEnumerable(), TestContext.Current.CancellationToken))
        {
            results.Add(result);
        }

        Assert.Equal([Verdict.FirstGeneration, Verdict.Repeat], results.Select(result => result.Verdict));
    }

    static Hashes.Hash256 HashOf(Submission item)
    {
        using MatchService service = new([]);
        return service.Submit(item).Hash!.Value;
    }

    static async Task<List<string>> LinesAsync(int seed, int parallelism, int? maxAhead, string? catalog)
    {
        // Later pictures are ready first, some of the time.
        FakeDecoder decoder = new() { OnDecode = picture => Thread.SpinWait(5000 * (7 - (picture % 7))) };
        using MatchService service = new([], new()
        {
            Decoder = decoder,
            Parallelism = parallelism,
            MaxAhead = maxAhead,
            CatalogPath = catalog,
            Forms = FormKinds.Dihedral,
        });
        List<string> lines = [];
        await foreach (var result in service.SubmitAll(Drawn.Pictures(seed, 200).ToAsyncEnumerable(), TestContext.Current.CancellationToken))
        {
            lines.Add(Drawn.Line(result));
        }

        Assert.InRange(decoder.Most, 1, parallelism);
        return lines;
    }
}
