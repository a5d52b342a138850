using HashMatch.Catalog.Triage;
using HashMatch.Hashes;
using HashMatch.Matching;
using HashMatch.Matching.Review;
using HashMatch.Triage;
using HashMatch.Triage.FollowUps;
using HashMatch.Triage.Reports;
using HashMatch.Triage.Rules;

namespace HashMatch.Catalog.Tests;

/// <summary>Reports of every kind in a catalogue, and all that can be done with them.</summary>
static class ReportUse
{
    static readonly DateTimeOffset s_time = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly Hash256 s_told = DrawnHash.Of(new Random(21));

    /// <summary>Two reports that share a picture, one of which changed, and a follow-up of each.</summary>
    internal static void Fill(string path, KnownList list, QuarantineRule rule)
    {
        using (var writer = CatalogWriter.Open(path, TemporaryCatalog.Settings, [list], TimeProvider.System, rule))
        {
            Submit(writer, list, anew: false);
            writer.Complete();
        }

        using var log = FollowUpLog.Open(path, TimeProvider.System);
        Tell(log, FollowUpOutcome.Opened);
    }

    /// <summary>Everything, one thing after the other.</summary>
    internal static IEnumerable<Action> Of(string path, KnownList list, QuarantineRule rule)
    {
        foreach (var read in (Action<CatalogReports>[])
        [
            reports => TriageQueue.Build(reports.ReadCases(2), TriageRules.Default, s_time), reports => reports.SourcesOf("a"),
            reports => reports.ReadHistory("a", "system"), reports => reports.ReadHistory("b", null), reports => reports.ReadFiles(ReportOf("a", list, "first")),
        ])
        {
            yield return () =>
            {
                using var reader = CatalogReader.Open(path);
                read(reader.Reports);
            };
        }

        yield return () =>
        {
            using var writer = CatalogWriter.Open(path, TemporaryCatalog.Settings, [list], TimeProvider.System, rule);
            Submit(writer, list, anew: true);
            writer.Complete();
        };
        yield return () =>
        {
            using var log = FollowUpLog.Open(path, TimeProvider.System);
            Tell(log, FollowUpOutcome.Opened);
            Tell(log, FollowUpOutcome.Closed);
        };
    }

    static void Submit(CatalogWriter writer, KnownList list, bool anew)
    {
        foreach (var report in (Report[])[ReportOf("a", list, "first"), ReportOf("b", list, "only"), ReportOf("a", list, "second")])
        {
            ItemReading read = new("/r/file.png") { Content = TemporaryCatalog.Item("x", s_told, 300).Content };
            ItemReading broken = new("/r/broken.png") { ErrorCode = "corrupt", ErrorMessage = "What." };
            writer.Reports.Submit(report, [null, null, null, read, broken], anew);
        }
    }

    static void Tell(FollowUpLog log, FollowUpOutcome outcome)
    {
        foreach (var id in (string[])["a", "b"])
        {
            try
            {
                log.Submit(FollowUp.Of(id, null, s_time, outcome) with { Reviewer = "r", Note = "n" });
            }
            catch (FeedbackException exception)
            {
                Assert.NotEmpty(exception.Message);
            }
        }

        log.Commit();
    }

    static Report ReportOf(string id, KnownList list, string submitter) => new()
    {
        Id = id,
        Source = id == "a" ? "system" : null,
        Submitter = submitter,
        IncidentType = "t",
        IncidentTime = s_time,
        Accounts = ["account"],
        Items =
        [
            new ReportItem { Pdq = s_told, Device = "device" }, new ReportItem { Pdq = list.Entries[0].Pdq },
            new ReportItem { Digests = [ContentDigest.Compute(DigestKind.Md5, "md5"u8)] }, new ReportItem { Path = "file.png" }, new ReportItem { Path = "broken.png" },
        ],
    };
}
