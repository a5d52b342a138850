using HashMatch.Catalog;
using HashMatch.Hashers;
using HashMatch.Matching;

namespace HashMatch.Hosting.Tests;

public sealed class QuarantineTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_match_that_is_held_back_is_shown_and_not_counted()
    {
        var hash = DrawnHash.Of(new Random(1));
        using (var service = Create(null, Drawn.List("wrong", ListRole.Known, hash)))
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
        using var later = Create(meters, Drawn.List("wrong", ListRole.Known, hash), Drawn.List("right", ListRole.Known, DrawnHash.At(hash, 20)));
        var result = later.Submit(Submission.OfForms("later", Drawn.Forms(DrawnHash.At(hash, 12)), HashProfile.Pdq1, Drawn.File(7)));

        Assert.Equal((Verdict.Known, "right wrong", "wrong"), (result.Verdict,
            string.Join(' ', result.Matches.Select(match => match.List).Order(StringComparer.Ordinal)), Assert.Single(result.Matches, match => match.IsHeld).List));
        Assert.Equal("hashmatch.matches right known", Assert.Single(meters.Counts.Keys, key => key.StartsWith("hashmatch.matches", StringComparison.Ordinal)));
    }

    MatchService Create(TestMeters? meters, params KnownList[] lists) =>
        new(lists, new() { Decoder = new FakeDecoder(), CatalogPath = _folder.Path("seen.db") }, meters: meters);
}
