using System.Diagnostics;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Matching;
using Microsoft.Extensions.Logging;

namespace HashMatch.Hosting.Tests;

// Listeners hear every service of the process: what they hear or cost is not measured beside others that listen.
[Collection(nameof(TelemetryTests))]
public class TelemetryTests
{
    static readonly Hash256 s_ignored = DrawnHash.Of(new Random(9));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Metrics_count_verdicts_failures_and_matches_and_time_each_stage(bool remembers)
    {
        using TemporaryFolder folder = new();
        using TestMeters meters = new();
        var known = DrawnHash.Of(new Random(1));
        var (results, _) = await RunAsync(known, meters, remembers ? folder.Path("seen.db") : null, logger: null);

        Assert.Equal(results.CountBy(result => result.Verdict).Select(count => ($"hashmatch.results {Name(count.Key)}", (long)count.Value)).Order(),
            meters.Counts.Where(count => count.Key.StartsWith("hashmatch.results", StringComparison.Ordinal)).Select(count => (count.Key, count.Value)).Order());
        Assert.Equal(1, meters.Counts["hashmatch.failures corrupt"]);
        Assert.Equal(1, meters.Counts["hashmatch.failures not-found"]);
        Assert.Equal(2, meters.Counts["hashmatch.matches demo known"]);
        var stages = meters.Durations.CountBy(duration => duration).ToDictionary();
        Assert.Equal(2, stages["hashmatch.decode.duration"]);
        Assert.Equal(2, stages["hashmatch.hash.duration"]);
        Assert.Equal(remembers ? results.Count : results.Count - 2, stages["hashmatch.decide.duration"]);
        Assert.Equal(remembers, stages.ContainsKey("hashmatch.commit.duration"));
    }

    [Fact]
    public async Task Traces_tell_hashing_and_deciding_within_the_callers_own()
    {
        using var outer = new Activity("outer").Start();
        List<Activity> heard = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == MatchService.TelemetryName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (heard)
                {
                    if (activity.TraceId == outer.TraceId)
                    {
                        heard.Add(activity);
                    }
                }
            },
        };
        ActivitySource.AddActivityListener(listener);

        var (results, _) = await RunAsync(DrawnHash.Of(new Random(1)), meters: null, catalog: null, logger: null);

        Assert.Same(outer, Activity.Current);
        Assert.All(heard, activity => Assert.Equal(outer.SpanId, activity.ParentSpanId));
        Assert.Equal(results.Count, heard.Count(activity => activity.OperationName == "hashmatch.hash"));
        Assert.Equal(results.Count, heard.Where(activity => activity.OperationName == "hashmatch.decide").Sum(activity => (int)activity.GetTagItem("hashmatch.count")!));
        Assert.Equal(["corrupt", "not-found"], heard.Where(activity => activity.Status == ActivityStatusCode.Error).Select(activity => activity.GetTagItem("error.type")).Order());
        Assert.Contains(heard, activity => (string?)activity.GetTagItem("hashmatch.verdict") == "known");
        Assert.Contains(heard, activity => (string?)activity.GetTagItem("hashmatch.format") == "png");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_that_is_logged_measured_or_traced_holds_a_hash_a_digest_or_an_id(bool remembers)
    {
        using TemporaryFolder folder = new();
        using TestMeters meters = new();
        TestLog log = new();
        List<string> tags = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == MatchService.TelemetryName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (tags)
                {
                    tags.AddRange(activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"));
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        var known = DrawnHash.Of(new Random(1));

        var (results, digests) = await RunAsync(known, meters, remembers ? folder.Path("seen.db") : null, log);

        string[] secrets = [known.ToString(), .. digests, .. results.Select(result => result.Id), .. results.Where(result => result.Hash is not null).Select(result => result.Hash!.Value.ToString())];
        string[] traced;
        lock (tags)
        {
            // Services of other tests trace meanwhile.
            traced = [.. tags];
        }

        Assert.NotEmpty(traced);
        Assert.Contains(log.Lines, line => line.Contains("corrupt", StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => line.Contains("'demo'", StringComparison.Ordinal));
        foreach (var text in (string[])[.. log.Lines, .. traced, .. meters.Counts.Keys])
        {
            Assert.DoesNotContain(secrets, secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void Nobody_listening_a_submission_of_hashes_costs_its_result_and_its_decision_alone()
    {
        const int Rounds = 200;
        using MatchService service = new([]);
        Deduplicator bare = new([]);
        Random random = new(1);
        var items = Enumerable.Range(0, Rounds).Select(i => (Id: $"{i}", Forms: Drawn.Forms(DrawnHash.Of(random)))).ToArray();
        var submissions = items.Select(item => Submission.OfForms(item.Id, item.Forms, HashProfile.Pdq1)).ToArray();
        service.Submit(submissions[0]);
        bare.Submit(new Sighting(items[0].Id, items[0].Forms, 0, []));
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var submission in submissions)
        {
            service.Submit(submission);
        }

        var served = GC.GetAllocatedBytesForCurrentThread() - before;
        before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var (id, forms) in items)
        {
            bare.Submit(new Sighting(id, forms, 0, []));
        }

        var decided = GC.GetAllocatedBytesForCurrentThread() - before;
        // The same calls in the same order, so growing tables cost both the same.
        Assert.Equal(SizeOfResult(service, submissions[0]), (served - decided) / (double)Rounds, tolerance: 1);
    }

    static string Name(Verdict verdict) => verdict == Verdict.FirstGeneration ? "first-generation" : verdict.ToString().ToLowerInvariant();

    /// <summary>The bytes of one result.</summary>
    static long SizeOfResult(MatchService service, Submission submission)
    {
        var result = service.Submit(submission);
        var clone = typeof(object).GetMethod("MemberwiseClone", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
            .CreateDelegate<Func<object, object>>();
        clone(result);
        var before = GC.GetAllocatedBytesForCurrentThread();
        clone(result);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Ten items of all verdicts but one, one way or the other.</summary>
    static async Task<(List<MatchResult> Results, List<string> Digests)> RunAsync(Hash256 known, TestMeters? meters, string? catalog, ILogger<MatchService>? logger)
    {
        using MatchService service = new([Drawn.List("demo", ListRole.Known, known), Drawn.List("skip", ListRole.Ignore, DrawnHash.At(s_ignored, 3))],
            new() { Decoder = new FakeDecoder(), Parallelism = 2, CatalogPath = catalog }, logger, meters: meters);
        Submission[] items =
        [
            Submission.OfForms("item-known-1", Drawn.Forms(known), HashProfile.Pdq1, Drawn.File(1)),
            Submission.OfForms("item-known-2", Drawn.Forms(DrawnHash.At(known, 5)), HashProfile.Pdq1, Drawn.File(2)),
            Submission.OfForms("item-ignored", Drawn.Forms(s_ignored), HashProfile.Pdq1, Drawn.File(3)),
            Submission.OfForms("item-flat", Drawn.Forms(DrawnHash.Of(new Random(2)), quality: 3), HashProfile.Pdq1, Drawn.File(4)),
            Submission.OfBytes("item-first", FakeDecoder.File(1, 1)),
            Submission.OfBytes("item-again", FakeDecoder.File(1, 2)),
            Submission.OfBytes("item-broken", FakeDecoder.File(-1, 3)),
        ];
        List<MatchResult> results = [];
        await foreach (var result in service.SubmitAll(items.ToAsyncEnumerable(), TestContext.Current.CancellationToken))
        {
            results.Add(result);
        }

        results.Add(service.Submit(Submission.OfFile("item-missing")));
        results.Add(await service.SubmitAsync(Submission.OfForms("item-known-3", Drawn.Forms(DrawnHash.At(known, 45)), HashProfile.Pdq1, Drawn.File(5)), TestContext.Current.CancellationToken));
        results.Add(await service.SubmitAsync(Submission.OfForms("item-band", Drawn.Forms(DrawnHash.At(known, 35)), HashProfile.Pdq1, Drawn.File(6)), TestContext.Current.CancellationToken));
        results.Add(service.Submit(Submission.OfForms("item-last", Drawn.Forms(DrawnHash.Of(new Random(3))), HashProfile.Pdq1, Drawn.File(7))));
        string[] digests = [.. Enumerable.Range(1, 7).Select(number => Drawn.File(number).Digests[0].ToString())];
        return (results, [.. digests, ContentDigest.Compute(DigestKind.XxHash128, FakeDecoder.File(1, 1)).ToString()]);
    }
}
