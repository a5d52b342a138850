using System.Runtime.Versioning;
using System.Text;

namespace HashMatch.Lists.Tests;

public class ListUpdateTests
{
    const string Md5 = "d41d8cd98f00b204e9800998ecf8427e";
    const string Other = "00000000000000000000000000000001";

    [Fact]
    public void A_diff_tells_what_was_added_changed_removed_and_withdrawn()
    {
        var older = $$"""
            {"id":"same","md5":"{{Md5}}"}
            {"id":"changed","md5":"{{Md5}}"}
            {"id":"gone","md5":"{{Md5}}"}
            {"id":"withdrawn","md5":"{{Md5}}"}
            {"md5":"{{Md5}}"}
            """;
        var newer = $$"""
            {"id":"new","md5":"{{Md5}}"}
            {"md5":"{{Md5}}"}
            {"id":"withdrawn","removed":true}
            {"id":"same", "md5":"{{Md5.ToUpperInvariant()}}"}
            {"id":"changed","md5":"{{Md5}}","labels":["A"]}
            {"id":"bad"}
            """;

        var (summary, changes) = Compare(older, newer);

        Assert.Equal(["Added new 1", "Tombstoned withdrawn 3", "Changed changed 5", "Removed gone 3"], changes);
        Assert.Equal((1L, 1L, 1L, 1L, 2L), (summary.Added, summary.Changed, summary.Removed, summary.Tombstoned, summary.Unchanged));
        Assert.Equal((0L, 1L), (summary.Old.Rejected, summary.New.Rejected));
    }

    [Fact]
    public void Equal_keys_are_compared_in_their_order_and_the_rest_is_gone()
    {
        var (summary, _) = Compare(string.Join('\n', Enumerable.Repeat(Md5, 5)), string.Join('\n', Enumerable.Repeat(Md5, 3)));

        Assert.Equal(1, Compare(Md5, $"{{\"md5\":\"{Md5}\"}}\n{{\"id\":\"1\",\"removed\":true}}").Summary.Tombstoned);
        Assert.Equal((3L, 2L, 0L), (summary.Unchanged, summary.Removed, summary.Added));
    }

    [Fact]
    public void Lists_of_different_formats_are_compared_by_what_they_say()
    {
        var (summary, _) = Compare($"{Md5}\n{Other}", $$"""{"md5":"{{Md5}}"}""");

        Assert.Equal((1L, 1L), (summary.Unchanged, summary.Removed));
    }

    [Fact]
    public void An_older_delta_leaves_every_row_of_one_hash_and_a_newer_one_stands_for_them()
    {
        var list = $$"""
            {"name":"demo"}
            {"md5":"{{Md5}}","labels":["A"],"updated":"2024-03-05T00:00:00Z"}
            {"md5":"{{Md5}}","labels":["B"],"updated":"2024-03-05T00:00:00Z"}
            """;

        var (text, late) = Apply(list, $$"""{"md5":"{{Md5}}","updated":"2024-03-01T00:00:00Z"}""");
        Assert.Equal(2, late.Stale);
        Assert.Contains("\"A\"", text, StringComparison.Ordinal);
        Assert.Contains("\"B\"", text, StringComparison.Ordinal);

        var (replaced, changed) = Apply(list, $$"""{"md5":"{{Md5}}","labels":["C"],"updated":"2024-03-09T00:00:00Z"}""");
        Assert.Equal(2, changed.Changed);
        Assert.Single(replaced.Split('\n'), line => line.Contains(Md5, StringComparison.Ordinal));
    }

    [Fact]
    public void An_update_adds_replaces_and_withdraws_and_keeps_the_rest()
    {
        var list = $$"""
            {"name":"demo","version":"1"}
            {"id":"kept","md5":"{{Md5}}","note":"x"}
            {"id":"changed","md5":"{{Md5}}"}
            {"id":"withdrawn","md5":"{{Md5}}"}
            {"id":"fresh","md5":"{{Md5}}","updated":"2024-03-05T00:00:00Z"}
            """;
        var delta = $$"""
            {"id":"new","md5":"{{Other}}"}
            {"id":"fresh","removed":true,"updated":"2024-03-01T00:00:00Z"}
            {"id":"changed","md5":"{{Other}}"}
            {"id":"withdrawn","removed":true}
            """;

        var (text, summary) = Apply(list, delta);

        Assert.Equal(
            [$$"""{"id":"kept","md5":"{{Md5}}","note":"x"}""", $$"""{"id":"fresh","md5":"{{Md5}}","updated":"2024-03-05T00:00:00Z"}""",
             $$"""{"id":"new","md5":"{{Other}}"}""", $$"""{"id":"changed","md5":"{{Other}}"}""", """{"id":"withdrawn","removed":true}"""],
            text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1));
        Assert.Equal(new ListUpdateSummary(Added: 1, Changed: 1, Tombstoned: 1, Unchanged: 0, Stale: 1, Kept: 1), summary);
        Assert.Equal(text, Apply(text, delta).Text);
    }

    [Fact]
    public void The_later_of_two_rows_of_a_delta_counts_wherever_it_stands()
    {
        var delta = """
            {"id":"1","removed":true,"updated":"2024-03-02T00:00:00Z"}
            {"id":"1","md5":"00000000000000000000000000000001","updated":"2024-03-01T00:00:00Z"}
            """;

        Assert.Contains("\"removed\":true", Apply($$"""{"id":"1","md5":"{{Md5}}"}""", delta).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_without_an_id_is_the_same_whatever_the_order_of_its_digests()
    {
        var sha256 = new string('a', 64);

        var (summary, _) = Compare($$"""{"sha256":"{{sha256}}","md5":"{{Md5}}"}""", $$"""{"md5":"{{Md5}}","sha256":"{{sha256}}"}""");

        Assert.Equal((1L, 0L, 0L), (summary.Unchanged, summary.Added, summary.Removed));
    }

    [Fact]
    public void A_list_that_holds_the_new_row_beside_an_old_one_keeps_it_alone()
    {
        var row = $$"""{"id":"1","md5":"{{Other}}"}""";

        foreach (var list in (string[])[$$"""{"id":"1","md5":"{{Md5}}"}""" + "\n" + row, row + "\n" + $$"""{"id":"1","md5":"{{Md5}}"}"""])
        {
            var (text, summary) = Apply("{\"name\":\"demo\"}\n" + list, row);

            Assert.Equal(row, text.Split('\n')[1]);
            Assert.Equal((3, 1L, 1L), (text.Split('\n').Length, summary.Changed, summary.Unchanged));
        }
    }

    [Fact]
    public void An_update_can_be_laid_over_one_list_after_the_other()
    {
        ListUpdate update = new(() => ListTexts.Open($$"""{"id":"1","removed":true}"""), error => Assert.Fail(error.Reason));

        for (var i = 0; i < 2; i++)
        {
            using var list = ListTexts.Open($$"""{"id":"1","md5":"{{Md5}}"}""");
            using var writer = ListWriter.Create(Stream.Null, ListExportFormat.JsonLines, list.Header);
            Assert.Equal(new ListUpdateSummary(0, 0, 1, 0, 0, 0), update.Apply(list, writer, error => Assert.Fail(error.Reason)));
        }
    }

    [Theory]
    [InlineData("""{"id":"2","removed":true}""")]
    [InlineData("""{"id":"1","removed":true,"labels":["A"]}""")]
    [InlineData("")]
    public void A_delta_that_changes_before_it_is_applied_is_an_error(string then)
    {
        var delta = """{"id":"1","removed":true}""";
        ListUpdate update = new(() => ListTexts.Open(delta), error => Assert.Fail(error.Reason));
        delta = then;
        using var list = ListTexts.Open($$"""{"id":"1","md5":"{{Md5}}"}""");
        using var writer = ListWriter.Create(Stream.Null, ListExportFormat.JsonLines, list.Header);

        Assert.Throws<IOException>(() => update.Apply(list, writer, error => Assert.Fail(error.Reason)));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_file_that_takes_the_place_of_another_is_for_the_same_eyes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other permissions.");
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "list.jsonl");
            foreach (var mode in (UnixFileMode[])[UnixFileMode.UserRead | UnixFileMode.UserWrite, (UnixFileMode)Convert.ToInt32("666", 8)])
            {
                File.WriteAllText(path, "old");
                File.SetUnixFileMode(path, mode);

                ListFile.Replace(path, stream =>
                {
                    stream.WriteByte(1);
                    return 0;
                });

                Assert.Equal(mode, File.GetUnixFileMode(path));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_file_that_could_not_be_written_whole_leaves_the_old_one()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "list.jsonl");
            File.WriteAllText(path, "old");

            Assert.Throws<InvalidOperationException>(() => ListFile.Replace<int>(path, stream =>
            {
                stream.WriteByte(1);
                throw new InvalidOperationException();
            }));
            Assert.Equal("old", File.ReadAllText(path));
            Assert.Equal(1, ListFile.Replace(path, _ => 1));
            Assert.Empty(File.ReadAllText(path));
            Assert.Equal([path], Directory.GetFiles(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static (ListDiffSummary Summary, List<string> Changes) Compare(string older, string newer)
    {
        List<string> changes = [];
        var summary = ListDiff.Compare(() => ListTexts.Open(older), () => ListTexts.Open(newer),
            change => changes.Add($"{change.Kind} {change.Entry} {change.Place.Number}"));
        return (summary, changes);
    }

    static (string Text, ListUpdateSummary Summary) Apply(string list, string delta)
    {
        using var listReader = ListTexts.Open(list);
        ListUpdate update = new(() => ListTexts.Open(delta), error => Assert.Fail(error.Reason));
        using MemoryStream stream = new();
        using var writer = ListWriter.Create(stream, ListExportFormat.JsonLines, listReader.Header);
        var summary = update.Apply(listReader, writer, error => Assert.Fail(error.Reason));
        writer.Complete();
        return (Encoding.UTF8.GetString(stream.ToArray()), summary);
    }
}
