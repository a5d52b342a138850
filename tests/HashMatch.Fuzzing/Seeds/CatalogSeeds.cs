using HashMatch.Catalog;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Matching;
using HashMatch.Tests.Shared;
using HashMatch.Triage.Reports;
using Microsoft.Data.Sqlite;

namespace HashMatch.Fuzzing.Seeds;

/// <summary>Catalogues with something of everything in them.</summary>
static class CatalogSeeds
{
    internal static CatalogSettings Settings { get; } = new(HashProfile.Pdq1, Oriented: true, FormKinds.All, MatchOptions.Default);

    internal static KnownList List { get; } = Drawn.List("demo", 6, seed: 2);

    /// <summary>Items: some near one another, one listed, one of low quality, each with content of its own.</summary>
    internal static IEnumerable<CatalogItem> Items(int count)
    {
        Random random = new(2);
        Hash256 hash = default;
        for (var i = 0; i < count; i++)
        {
            hash = i % 4 == 3 && i < 100 ? hash with { W1 = hash.W1 ^ ((1UL << (i % 40)) - 1) } : DrawnHash.Of(random);
            TrimmedHash? trimmed = i % 5 == 4 ? new(BorderKind.Letterbox, new PdqResult(DrawnHash.Of(random), 80), null) : null;
            yield return Item($"p/{i:0000}", new HashForms(new PdqResult(hash, i % 7 == 6 && i < 100 ? 20 : 90), null, trimmed), i);
        }
    }

    internal static CatalogItem Item(string place, HashForms forms, int number) => new(
        place, place,
        new CatalogContent { Length = 1000 + number, Digests = [Drawn.Digest(DigestKind.XxHash128, number)], Forms = forms, Width = 64, Height = 48, Format = "png" },
        new FileStamp(1000 + number, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc)))
    { Source = "source", Metadata = new Dictionary<string, string> { ["key"] = "value" } };

    /// <summary>Fills a catalogue: items, a failure, reports, what reviewers decided.</summary>
    internal static void Fill(string path, int count)
    {
        using (var writer = CatalogWriter.Open(path, Settings, [List], TimeProvider.System))
        {
            foreach (var item in Items(count))
            {
                writer.Submit(item);
            }

            writer.Fail("p/broken", "corrupt", "What.");
            foreach (var line in SeedFiles.Read("reports", "reports.jsonl").Split())
            {
                if (ReportReader.Parse(line).Value is { } report)
                {
                    writer.Reports.Submit(report, new HashMatch.Catalog.Triage.ItemReading?[report.Items.Count]);
                }
            }

            writer.Complete();
        }

        using var feedback = FeedbackWriter.Open(path, TimeProvider.System);
        feedback.Submit(new FeedbackRequest(FeedbackAction.Veto, "R", "No.") { Item = "p/0002", Other = "p/0003" });
        feedback.Commit();
    }

    /// <summary>The one file a catalogue is kept by, of small pages, so that its structure is as likely hit as its cells.</summary>
    internal static byte[] Bytes(string path)
    {
        using (SqliteConnection connection = new($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = DELETE; PRAGMA page_size = 512; VACUUM";
            command.ExecuteNonQuery();
        }

        return File.ReadAllBytes(path);
    }

    static IEnumerable<byte[]> Split(this byte[] lines) => System.Text.Encoding.UTF8.GetString(lines).Split('\n').Select(SeedFiles.Utf8);
}
