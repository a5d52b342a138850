using FsCheck.Xunit;
using HashMatch.Catalog.Internals;
using HashMatch.Hashes;
using HashMatch.Matching;
using HashMatch.Matching.Review;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Tests;

/// <summary>Entries that match too much or too wrongly, and the counts behind them.</summary>
public sealed class QuarantineTests : IDisposable
{
    static readonly Hash256 s_hash = DrawnHash.Of(new Random(11));
    static readonly QuarantineRule s_rule = new() { Floor = 4, Factor = 3 };

    readonly TemporaryCatalog _catalog = new();
    readonly KnownList _list = TemporaryCatalog.ListOf("demo", ListRole.Known, s_hash);

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public void An_entry_that_matches_more_contents_than_it_may_is_in_quarantine_from_there_on_and_a_rescan_says_the_same()
    {
        var items = Copies("a", 0, 7);
        var (first, quarantined) = Scan(items);
        var state = _catalog.State();

        Assert.Equal("KKKKqqq", first);
        Assert.Equal(("demo#0", 5, 4), (Assert.Single(quarantined).Name.ToString(), quarantined[0].Matched, quarantined[0].Limit));
        Assert.Equal(("KKKKqqq", "qqqKKKK", ""), (Scan(items).Verdicts, Scan(items.Reverse()).Verdicts, string.Concat(Scan(items).Quarantined)));
        Assert.Equal(state, _catalog.State());
        Assert.Equal("q", Scan(Copies("b", 7, 1)).Verdicts);
        using var reader = CatalogReader.Open(_catalog.Path);
        Assert.Equal(1, reader.Verify().Quarantined);
        Assert.Contains("""{"quarantine":"too-many","list":"demo","entry":"0","entryNumber":1,"matched":5,"mostBefore":0,"limit":4,"floor":4,"factor":3}""",
            reader.ReadDecisions().Select(entry => entry.Evidence));
    }

    [Fact]
    public void Copies_of_equal_bytes_and_files_that_are_read_again_count_once()
    {
        var items = Copies("a", 0, 4);
        Assert.Equal("KKKK", Scan(items).Verdicts);
        Assert.Equal("KKKKKKKK", Scan([.. items, .. items.Select(item => item with { Place = "b" + item.Place })]).Verdicts);
    }

    [Fact]
    public void History_raises_the_limit_and_a_release_is_part_of_it()
    {
        Assert.Equal("KK", Scan(Copies("a", 0, 2)).Verdicts);
        Assert.Equal("KKKKKKq", Scan(Copies("b", 2, 7)).Verdicts);

        Release();

        Assert.Equal("KKKKKKK", Scan(Copies("b", 2, 7)).Verdicts);
        // The most before is seven now, three times that is the limit.
        Assert.Equal(new string('K', 21) + "q", Scan(Copies("c", 9, 22)).Verdicts);
    }

    [Fact]
    public void A_run_that_did_not_end_and_the_one_that_goes_on_are_one()
    {
        using (var writer = CatalogWriter.Open(_catalog.Path, TemporaryCatalog.Settings, [_list], TimeProvider.System, s_rule))
        {
            Array.ForEach(Copies("a", 0, 3), item => writer.Submit(item));
            writer.Commit();
        }

        Assert.Equal("KKKKq", Scan(Copies("a", 0, 5)).Verdicts);
    }

    [Fact]
    public void A_confirmed_match_counts_though_its_entry_is_in_quarantine()
    {
        var items = Copies("a", 0, 6);
        Scan(items);
        Give(new FeedbackRequest(FeedbackAction.Confirm, "R", "Yes.") { Item = "a5", List = "demo", Entry = "0" });

        Assert.Equal("KKKKqK", Scan(items).Verdicts);
        using var reader = CatalogReader.Open(_catalog.Path);
        Assert.Equal((6, 1, 1), (reader.Feedback.ReadPrecision()[1].Matches, reader.Feedback.ReadPrecision()[1].Held, reader.Feedback.ReadPrecision()[1].Quarantined));
    }

    [Fact]
    public void An_entry_that_reviewers_find_wrong_too_often_is_in_quarantine_with_all_its_matches_but_the_confirmed()
    {
        var items = Copies("a", 0, 9);
        Scan(items, QuarantineRule.Default);
        Give(new FeedbackRequest(FeedbackAction.Confirm, "R", "Yes.") { Item = "a0" });
        for (var i = 1; i <= 4; i++)
        {
            Assert.Empty(Give(new FeedbackRequest(FeedbackAction.Reject, "R", "No.") { Item = $"a{i}" }));
        }

        Assert.Equal("demo#0", Assert.Single(Give(new FeedbackRequest(FeedbackAction.Reject, "R", "No.") { Item = "a5" })).ToString());

        // The rejected are vetoed, and found to be near one another.
        Assert.Equal("KFrrrrqqq", Scan(items, QuarantineRule.Default).Verdicts);
        Release();
        Assert.Equal("KFrrrrKKK", Scan(items, QuarantineRule.Default).Verdicts);
        Assert.Empty(Give(new FeedbackRequest(FeedbackAction.Reject, "R", "No.") { Item = "a6" }));
    }

    [Property(MaxTest = 10)]
    public void Counts_add_up_and_precision_is_a_whole_number_or_none(int seed)
    {
        using TemporaryCatalog catalog = new();
        Random random = new(seed);
        var items = Copies("a", 0, 12);
        KnownList[] lists = [TemporaryCatalog.ListOf("demo", ListRole.Known, s_hash, DrawnHash.At(s_hash, 3)), TemporaryCatalog.ListOf("b", ListRole.Ignore, s_hash)];
        catalog.Submit(items, lists);
        Dictionary<(string Item, string Entry), FeedbackAction> last = [];
        using (var writer = FeedbackWriter.Open(catalog.Path, TimeProvider.System, QuarantineRule.Default with { LeastWrong = 0 }))
        {
            for (var i = 0; i < 40; i++)
            {
                var (item, entry) = ($"a{random.Next(12)}", random.Next(3) switch { 0 => "demo#0", 1 => "demo#1", _ => "b#0" });
                var action = (FeedbackAction)random.Next(3);
                writer.Submit(new FeedbackRequest(action, "R", "Why.") { Item = item, Other = entry });
                last[(item, entry)] = action;
            }

            writer.Commit();
        }

        using var reader = CatalogReader.Open(catalog.Path);
        var precision = reader.Feedback.ReadPrecision();
        foreach (var entry in precision.Where(row => row.Entry is not null))
        {
            int Count(FeedbackAction action) => last.Count(said => said.Key.Entry == $"{entry.List}#{entry.Entry}" && said.Value == action);
            Assert.Equal((12L, Count(FeedbackAction.Confirm), Count(FeedbackAction.Reject), Count(FeedbackAction.Veto)), FeedbackTests.Counts(entry));
            Assert.Equal(entry.Matches, entry.Confirmed + entry.Rejected + entry.Vetoed + entry.Open);
            Assert.Equal(entry.Judged == 0 ? null : (int)(1000 * entry.Confirmed / entry.Judged), entry.Permille);
        }

        var entries = precision.Where(row => row.Entry is not null).ToList();
        Assert.All(precision.Where(row => row.Entry is null), list =>
            Assert.Equal(FeedbackTests.Counts(list), entries.Where(entry => entry.List == list.List).Aggregate((0L, 0L, 0L, 0L), (sum, entry) =>
                (sum.Item1 + entry.Matches, sum.Item2 + entry.Confirmed, sum.Item3 + entry.Rejected, sum.Item4 + entry.Vetoed))));
        Assert.Equal(entries.Select(entry => entry.Permille ?? 1001), entries.Select(entry => entry.Permille ?? 1001).Order());
        Assert.Equal(3, reader.Feedback.ReadPrecision("demo").Count);
        reader.Verify();
    }

    [Fact]
    public void A_catalogue_of_any_older_version_is_brought_up_and_decides_as_before()
    {
        var items = TemporaryCatalog.Draw(3, 60);
        _catalog.Submit(items);
        var state = _catalog.State();
        for (var version = 1; version < Migrations.Steps.Count; version++)
        {
            using TemporaryCatalog older = new();
            using (SqliteConnection connection = new($"Data Source={older.Path};Pooling=False"))
            {
                connection.Open();
                Migrations.Apply(connection, 0, [.. Migrations.Steps.Take(version)]);
            }

            Assert.Contains("older version", Assert.Throws<CatalogException>(() => CatalogReader.Open(older.Path)).Message, StringComparison.Ordinal);
            older.Submit(items);
            Assert.Equal(state, older.State());
        }
    }

    [Fact]
    public void No_hash_of_a_list_is_in_the_file()
    {
        Scan(Copies("a", 1, 3));
        Give(new FeedbackRequest(FeedbackAction.Veto, "R", "No.") { Item = "a1", Other = "demo#0" });

        var bytes = new byte[Hash256.ByteLength];
        s_hash.CopyTo(bytes);
        var file = File.ReadAllBytes(_catalog.Path);
        Assert.Equal(-1, file.AsSpan().IndexOf(bytes));
        Assert.DoesNotContain(s_hash.ToString(), System.Text.Encoding.Latin1.GetString(file), StringComparison.Ordinal);
    }

    /// <summary>Different files near the entry, and near one another.</summary>
    static CatalogItem[] Copies(string name, int first, int count) =>
        [.. Enumerable.Range(0, count).Select(i => TemporaryCatalog.Item($"{name}{i}", DrawnHash.At(s_hash, (first + i) % 25), first + i))];

    (string Verdicts, IReadOnlyList<QuarantinedEntry> Quarantined) Scan(IEnumerable<CatalogItem> items, QuarantineRule? rule = null)
    {
        using var writer = CatalogWriter.Open(_catalog.Path, TemporaryCatalog.Settings, [_list], TimeProvider.System, rule ?? s_rule);
        var verdicts = string.Concat(items.Select(writer.Submit).Select(decision => decision.Verdict switch
        {
            Verdict.Known => 'K',
            Verdict.FirstGeneration => 'F',
            Verdict.Repeat => 'r',
            _ => decision.Reason == UncertainReason.Quarantined ? 'q' : 'u',
        }));
        writer.Complete();
        return (verdicts, writer.Quarantined);
    }

    void Release() => Give(new FeedbackRequest(FeedbackAction.Release, "R", "Fine.") { List = "demo", Entry = "0" });

    IReadOnlyList<EntryName> Give(FeedbackRequest request)
    {
        using var writer = FeedbackWriter.Open(_catalog.Path, TimeProvider.System);
        writer.Submit(request);
        writer.Commit();
        return writer.Quarantined;
    }
}
