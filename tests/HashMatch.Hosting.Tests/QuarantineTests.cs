using HashMatch.Catalog;
using HashMatch.Hashers;
using HashMatch.Matching;
using HashMatch.Matching.Review;

namespace HashMatch.Hosting.Tests;

public sealed class QuarantineTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_match_that_is_held_back_is_shown_and_not_counted()
    {
        var hash = DrawnHash.Of(new Random(1));
        using (var service = Create([Drawn.List("wrong", ListRole.Known, hash)]))
        {
            for (var i = 0; i < 6; i++)
            {
                service.Submit(Submission.OfForms($"{i}", Drawn.Forms(DrawnHash.At(hash, i)), HashProfile.Pdq1, Drawn.File(i)));
            }
        }

        using (var reviewer = FeedbackWriter.Open(_folder.Path("seen.db"), TimeProvider.System))
        {
            for (var i = 0; i < 5; i++)
            {
                reviewer.Submit(new FeedbackRequest(FeedbackAction.Reject, "R", "No.") { Item = $"{i}" });
            }

            reviewer.Commit();
            Assert.Single(reviewer.Quarantined);
        }

        using TestMeters meters = new();
        using var later = Create([Drawn.List("wrong", ListRole.Known, hash), Drawn.List("right", ListRole.Known, DrawnHash.At(hash, 20))], meters);
        var result = later.Submit(Submission.OfForms("later", Drawn.Forms(DrawnHash.At(hash, 12)), HashProfile.Pdq1, Drawn.File(7)));

        Assert.Equal((Verdict.Known, "right wrong", "wrong"), (result.Verdict,
            string.Join(' ', result.Matches.Select(match => match.List).Order(StringComparer.Ordinal)), Assert.Single(result.Matches, match => match.IsHeld).List));
        Assert.Equal("hashmatch.matches right known", Assert.Single(meters.Counts.Keys, key => key.StartsWith("hashmatch.matches", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_entry_that_matches_too_much_is_told_of_once_by_the_name_of_its_list()
    {
        var hash = DrawnHash.Of(new Random(1));
        TestLog log = new();
        using var service = Create([Drawn.List("demo", ListRole.Known, hash)], log: log);
        var items = Enumerable.Range(0, QuarantineRule.Default.Floor + 20).Select(i => Submission.OfForms($"{i}", Drawn.Forms(hash), HashProfile.Pdq1, Drawn.File(i)));

        var held = 0;
        await foreach (var result in service.SubmitAll(items.ToAsyncEnumerable(), TestContext.Current.CancellationToken))
        {
            held += result.Reason == UncertainReason.Quarantined ? 1 : 0;
        }

        Assert.Equal(20, held);
        Assert.StartsWith("Warning An entry of the list 'demo' matched 1001 contents, more than the 1000 it may",
            Assert.Single(log.Lines, line => line.Contains("quarantine", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    MatchService Create(KnownList[] lists, TestMeters? meters = null, TestLog? log = null) =>
        new(lists, new() { Decoder = new FakeDecoder(), CatalogPath = _folder.Path("seen.db") }, log, meters: meters);
}
