using FsCheck.Xunit;
using HashMatch.Hashes;
using HashMatch.Matching;

namespace HashMatch.Catalog.Tests;

/// <summary>What reviewers decide, and that later runs honour it.</summary>
public sealed class FeedbackTests : IDisposable
{
    static readonly Hash256 s_hash = DrawnHash.Of(new Random(11));

    readonly TemporaryCatalog _catalog = new();
    readonly KnownList _list = TemporaryCatalog.ListOf("demo", ListRole.Known, DrawnHash.At(s_hash, 4), DrawnHash.At(s_hash, 20));

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public void A_rejected_entry_never_makes_the_content_known_again_wherever_it_lies_and_the_next_best_decides()
    {
        var item = TemporaryCatalog.Item("a", s_hash, 1);
        _catalog.Submit([item], _list);

        Give(new FeedbackRequest(FeedbackAction.Reject, "R", "No.") { Item = "a", List = "demo", Entry = "0" });
        var moved = _catalog.Submit([item, TemporaryCatalog.Item("moved", s_hash, 1), TemporaryCatalog.Item("saved again", s_hash, 2)], _list);

        Assert.All(moved, decision => Assert.Equal(("1", "0"), (Assert.Single(decision.Matches).Entry, Assert.Single(decision.VetoedMatches).Entry)));
        Give(new FeedbackRequest(FeedbackAction.Confirm, "S", "Yes after all.") { Item = "a", Other = "demo#0" });
        Assert.Equal(2, Assert.Single(_catalog.Submit([item], _list)).Matches.Count);
    }

    [Fact]
    public void A_veto_outlasts_another_name_of_the_list_and_other_line_numbers()
    {
        var item = TemporaryCatalog.Item("a", s_hash, 1);
        _catalog.Submit([item], _list);
        Give(new FeedbackRequest(FeedbackAction.Veto, "R", "No.") { Item = "a", List = "demo", Entry = "0" });

        var renamed = TemporaryCatalog.ListOf("renamed", ListRole.Known, DrawnHash.At(s_hash, 20), DrawnHash.At(s_hash, 4));
        var decision = Assert.Single(_catalog.Submit([item], renamed));

        Assert.Equal(("0", "1"), (Assert.Single(decision.Matches).Entry, Assert.Single(decision.VetoedMatches).Entry));
    }

    [Fact]
    public void A_vetoed_repeat_is_looked_up_anew_and_stays_as_it_then_is()
    {
        CatalogItem[] items =
        [
            TemporaryCatalog.Item("a", s_hash, 1), TemporaryCatalog.Item("b", DrawnHash.At(s_hash, 45), 2), TemporaryCatalog.Item("c", DrawnHash.At(s_hash, 20), 3),
        ];
        Assert.Equal("a", _catalog.Submit(items)[2].FirstGeneration!.Path);

        Give(new FeedbackRequest(FeedbackAction.Reject, "R", "No.") { Item = "c" });
        var first = _catalog.Submit(items);
        var state = _catalog.State();
        var second = _catalog.Submit(items.Reverse());

        Assert.Equal((Verdict.Repeat, "b", "a"), (first[2].Verdict, first[2].FirstGeneration!.Path, Assert.Single(first[2].VetoedFirsts).Path));
        Assert.Equal((Verdict.Repeat, "b", "a"), (second[0].Verdict, second[0].FirstGeneration!.Path, Assert.Single(second[0].VetoedFirsts).Path));
        Assert.Equal(state, _catalog.State());

        Give(new FeedbackRequest(FeedbackAction.Release, "S", "They are.") { Item = "a", Other = "c" });
        Assert.Equal("a", _catalog.Submit(items)[2].FirstGeneration!.Path);
    }

    [Fact]
    public void An_item_in_the_review_band_that_opened_a_group_is_first_generation_once_its_neighbour_is_vetoed()
    {
        CatalogItem[] items = [TemporaryCatalog.Item("a", s_hash, 1), TemporaryCatalog.Item("b", DrawnHash.At(s_hash, 35), 2), TemporaryCatalog.Item("c", DrawnHash.At(s_hash, 63), 3)];
        Assert.Equal([Verdict.FirstGeneration, Verdict.Uncertain, Verdict.Repeat], Verdicts(items));

        Give(new FeedbackRequest(FeedbackAction.Veto, "R", "No.") { Item = "b", Other = "a" });

        Assert.Equal([Verdict.FirstGeneration, Verdict.FirstGeneration, Verdict.Repeat], Verdicts(items));
        Assert.Equal([Verdict.FirstGeneration, Verdict.FirstGeneration, Verdict.Repeat], Verdicts(items));
    }

    [Property(MaxTest = 15)]
    public void Rejected_repeats_stay_apart_in_whatever_order_they_were_rejected_and_a_rescan_changes_nothing(int seed)
    {
        using TemporaryCatalog forward = new();
        using TemporaryCatalog backward = new();
        Random random = new(seed);
        var items = TemporaryCatalog.Draw(seed, 80);
        var before = forward.Submit(items);
        backward.Submit(items);
        var rejected = before.Zip(items).Where(pair => pair.First is { FirstGeneration: not null, Basis: not MatchBasis.Exact } && random.Next(2) == 0)
            .Select(pair => (Item: pair.Second.Place, First: pair.First.FirstGeneration!.Path)).ToList();
        foreach (var (catalog, order) in new[] { (forward, rejected), (backward, rejected.AsEnumerable().Reverse().ToList()) })
        {
            using var writer = FeedbackWriter.Open(catalog.Path, TimeProvider.System);
            order.ForEach(pair => writer.Submit(new FeedbackRequest(FeedbackAction.Reject, "R", "No.") { Item = pair.Item }));
            writer.Commit();
        }

        var after = forward.Submit(items);
        var state = forward.State();

        Assert.Equal(after.Select(Text), backward.Submit(items).Select(Text));
        Assert.Equal(after.Select(Text), forward.Submit(items).Select(Text));
        Assert.Equal(state, forward.State());
        Dictionary<string, Decision> byPlace = items.Zip(after).ToDictionary(pair => pair.First.Place, pair => pair.Second);
        Assert.All(rejected, pair => Assert.False(byPlace[pair.Item].FirstGeneration?.Path == pair.First && byPlace[pair.Item].Basis != MatchBasis.Exact));
    }

    [Fact]
    public void A_veto_holds_with_a_snapshot_made_anew()
    {
        var items = TemporaryCatalog.Draw(7, 9000);
        _catalog.Submit(items);
        var pair = _catalog.Submit([TemporaryCatalog.Item("x", s_hash, 90_001), TemporaryCatalog.Item("y", DrawnHash.At(s_hash, 6), 90_002)]);
        Assert.Equal(Verdict.Repeat, pair[1].Verdict);
        Give(new FeedbackRequest(FeedbackAction.Veto, "R", "No.") { Item = "x", Other = "y" });
        File.Delete(CatalogFiles.HashesOf(_catalog.Path));
        _catalog.Submit(TemporaryCatalog.Draw(8, 5000).ConvertAll(item => item with { Place = "q" + item.Place }));

        Assert.Equal(Verdict.FirstGeneration, Assert.Single(_catalog.Submit([TemporaryCatalog.Item("elsewhere", DrawnHash.At(s_hash, 6), 90_002)])).Verdict);
    }

    [Fact]
    public void A_rejected_match_of_equal_bytes_counts_against_the_entry_and_the_bytes_stay_known()
    {
        var item = TemporaryCatalog.Item("a", s_hash, 1);
        KnownList list = new("sums", ListRole.Known);
        list.Add(new KnownEntry("7", null, item.Content.Digests, ["A"]));
        _catalog.Submit([item, TemporaryCatalog.Item("copy", s_hash, 1)], list);

        Give(new FeedbackRequest(FeedbackAction.Reject, "R", "No.") { Item = "a", List = "sums", Entry = "7" });

        Assert.Equal(MatchBasis.Exact, Assert.Single(_catalog.Submit([item], list)).Basis);
        Refuse("equal bytes", new FeedbackRequest(FeedbackAction.Veto, "R", "No.") { Item = "a", List = "sums", Entry = "7" });
        Refuse("equal bytes", new FeedbackRequest(FeedbackAction.Veto, "R", "No.") { Item = "a", Other = "copy" });
        using var reader = CatalogReader.Open(_catalog.Path);
        Assert.Equal((1, 0, 1, 0), Counts(reader.Feedback.ReadPrecision()[^1]));
    }

    [Fact]
    public void Items_are_named_by_place_path_number_digest_or_hash()
    {
        var item = TemporaryCatalog.Item("/real/a", s_hash, 1) with { Path = "a" };
        _catalog.Submit([item], _list);
        foreach (var name in (ReadOnlySpan<string>)["/real/a", "a", "./a", "item:1", $"xxh128:{item.Content.Digests[0]}", $"pdq:{s_hash}"])
        {
            using var writer = FeedbackWriter.Open(_catalog.Path, TimeProvider.System, toPlace: path => path.Replace("./", "/real/", StringComparison.Ordinal));
            Assert.Equal(1, writer.Submit(new FeedbackRequest(FeedbackAction.Confirm, "R", "Yes.") { Item = name, Other = "demo#0" }).Item!.Number);
        }
    }

    [Fact]
    public void What_names_nothing_or_makes_no_sense_is_refused_and_the_next_goes_in()
    {
        _catalog.Submit([TemporaryCatalog.Item("a", s_hash, 1), TemporaryCatalog.Item("b", DrawnHash.Of(new Random(5)), 2)], _list);
        FeedbackRequest request = new(FeedbackAction.Confirm, "R", "Why.");

        Refuse("'by' is missing", request with { By = " ", Item = "a" });
        Refuse("'why' has more than 4096", request with { Why = new string('x', 5000), Item = "a" });
        Refuse("say which item", request);
        Refuse("'item' names no item", request with { Item = "missing" });
        Refuse("'other' names no item", request with { Item = "a", Other = s_hash.ToString() });
        Refuse("no action", request with { Action = (FeedbackAction)9, Item = "a", Other = "b" });
        Refuse("named together", request with { Item = "a", List = "demo" });
        Refuse("several", request with { Item = "a" });
        Refuse("matches nothing", request with { Item = "b" });
        Refuse("did not match", request with { Item = "b", List = "demo", Entry = "0" });
        Refuse("did not match", request with { Item = "a", Other = "b" });
        Refuse("has come near anything", request with { Item = "a", List = "demo", Entry = "9" });
        Refuse("name two", request with { Action = FeedbackAction.Veto, Item = "a" });
        Refuse("never compared", request with { Action = FeedbackAction.Veto, Item = "demo#0", Other = "demo#1" });
        Refuse("no veto keeps", request with { Action = FeedbackAction.Release, Item = "a", Other = "b" });
        Refuse("is not in quarantine", request with { Action = FeedbackAction.Release, Item = "demo#0" });
        Refuse("is no xxh128", request with { Item = "xxh128:12" });
        Refuse("no content of that sha256", request with { Item = $"sha256:{new string('a', 64)}" });
        using var reader = CatalogReader.Open(_catalog.Path);
        Assert.Equal(0, reader.Verify().Feedback);
    }

    [Fact]
    public void Every_word_is_in_the_chain_with_who_why_and_when_and_a_changed_one_is_noticed()
    {
        _catalog.Submit([TemporaryCatalog.Item("a", s_hash, 1)], _list);
        Give(new FeedbackRequest(FeedbackAction.Veto, "R \"one\"", "No.\nNever.") { Item = "a", List = "demo", Entry = "0" });
        using (var reader = CatalogReader.Open(_catalog.Path))
        {
            var said = Assert.Single(reader.Feedback.Read());
            Assert.Equal((2, "R \"one\"", "No.\nNever.", "a", "demo#0"), (said.Number, said.By, said.Why, said.Item!.Path, said.Entry!.ToString()));
            Assert.Equal((1, 1, 2, said.At), (reader.Verify().Feedback, reader.ReadInfo().Vetoes, reader.ReadInfo().Runs, reader.ReadDecisions().Last().At));
            Assert.Equal([false, true], reader.ReadRuns().Select(run => run.IsFeedback && run.Finished is not null));
        }

        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => _catalog.Tamper("DELETE FROM feedback"));
        _catalog.Tamper("DROP TRIGGER feedback_is_final; UPDATE feedback SET action = 'confirm'");
        Assert.Contains("feedback 2 is not what the log says", Assert.Throws<CatalogException>(Verify).Message, StringComparison.Ordinal);
        _catalog.Tamper("DROP TRIGGER feedback_is_kept; DELETE FROM feedback");
        Assert.Contains("feedback that was logged is missing", Assert.Throws<CatalogException>(Verify).Message, StringComparison.Ordinal);

        void Verify()
        {
            using var reader = CatalogReader.Open(_catalog.Path);
            reader.Verify();
        }
    }

    [Fact]
    public void Nothing_is_there_before_the_commit_and_a_second_writer_is_told()
    {
        _catalog.Submit([TemporaryCatalog.Item("a", s_hash, 1)], _list);
        using (var writer = FeedbackWriter.Open(_catalog.Path, TimeProvider.System))
        {
            writer.Submit(new FeedbackRequest(FeedbackAction.Veto, "R", "No.") { Item = "a", Other = "demo#1" });
            Assert.Contains("is being written by another run", Assert.Throws<CatalogException>(() => _catalog.Open()).Message, StringComparison.Ordinal);
        }

        using (var scan = _catalog.Open())
        {
            Assert.Contains("is being written by another run", Assert.Throws<CatalogException>(() => FeedbackWriter.Open(_catalog.Path, TimeProvider.System)).Message, StringComparison.Ordinal);
        }

        using var reader = CatalogReader.Open(_catalog.Path);
        Assert.Equal(0, reader.Verify().Feedback);
        Assert.Throws<CatalogException>(() => FeedbackWriter.Open(_catalog.Path + ".missing", TimeProvider.System));
    }

    [Fact]
    public void An_explanation_puts_decisions_and_what_was_said_of_them_together()
    {
        _catalog.Submit([TemporaryCatalog.Item("a", s_hash, 1), TemporaryCatalog.Item("b", s_hash, 1)], _list);
        Give(new FeedbackRequest(FeedbackAction.Reject, "R", "No.") { Item = "b", List = "demo", Entry = "0" });
        _catalog.Submit([TemporaryCatalog.Item("a", s_hash, 1)], _list);

        using var reader = CatalogReader.Open(_catalog.Path);
        var explained = reader.Feedback.Explain("a");

        Assert.Equal(2, explained.Count);
        Assert.All(explained, one => Assert.Equal("R", Assert.Single(one.Feedback).By));
        Assert.Contains("""
            "entry":"1","algorithm":"pdq","distance":20,"radius":31,"transform":"identity","labels":["A"]}],"vetoed":[{"list":"demo","version":"1","role":"known","entry":"0"
            """, explained[1].Decision.Evidence, StringComparison.Ordinal);
        Assert.Empty(reader.Feedback.Explain("elsewhere"));
    }

    static string Text(Decision decision) =>
        $"{decision.Verdict} {decision.Basis} {decision.Reason} {decision.FirstGeneration?.Path} {decision.FirstGeneration?.Distance} {string.Join(';', decision.VetoedFirsts.Select(first => $"{first.Path} {first.Distance}"))}";

    Verdict[] Verdicts(IEnumerable<CatalogItem> items) => [.. _catalog.Submit(items).Select(decision => decision.Verdict)];

    void Give(FeedbackRequest request)
    {
        using var writer = FeedbackWriter.Open(_catalog.Path, TimeProvider.System);
        writer.Submit(request);
        writer.Commit();
    }

    void Refuse(string message, FeedbackRequest request)
    {
        using var writer = FeedbackWriter.Open(_catalog.Path, TimeProvider.System);
        Assert.Contains(message, Assert.Throws<FeedbackException>(() => writer.Submit(request)).Message, StringComparison.Ordinal);
        writer.Commit();
    }

    internal static (long, long, long, long) Counts(EntryPrecision precision) =>
        (precision.Matches, precision.Confirmed, precision.Rejected, precision.Vetoed);
}
