using System.Text.Json;

namespace HashMatch.Cli.Tests;

/// <summary>Altered copies are found, and the records say what was done to them.</summary>
public sealed class FormTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Turned_mirrored_and_framed_copies_are_repeats_and_say_their_transform()
    {
        WriteCopies();

        var run = CommandRun.Of("scan", _folder.Root);

        Assert.Equal(
            ["identity", "flip-horizontal", "rot270", "letterbox"],
            run.Records.Skip(1).Select(record => First(record).GetProperty("transform").GetString()));
        Assert.All(run.Records.Skip(1), record => Assert.Equal("repeat", record.GetProperty("verdict").GetString()));
        Assert.All(run.Records.Skip(1), record => Assert.Equal(_folder.Path("1.bmp"), First(record).GetProperty("path").GetString()));
    }

    [Fact]
    public void Csv_and_text_say_the_transform_too()
    {
        WriteCopies();

        var csv = CommandRun.Of("scan", _folder.Root, "--format", "csv").Output.Split('\n');
        var text = CommandRun.Of("scan", _folder.Root, "--format", "text").Output.Split('\n');

        Assert.Contains(",transform,firstGenerationTransform,firstGenerationRegions,", csv[0], StringComparison.Ordinal);
        Assert.Contains(",,rot270,,", csv[4], StringComparison.Ordinal);
        Assert.EndsWith("1.bmp after flip-horizontal", text[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none", "first-generation", "first-generation", "first-generation")]
    [InlineData("dihedral", "repeat", "repeat", "first-generation")]
    [InlineData("trim", "first-generation", "first-generation", "repeat")]
    [InlineData("all", "repeat", "repeat", "repeat")]
    public void Which_copies_are_looked_for_is_the_users_to_say(string forms, params string[] verdicts)
    {
        WriteCopies();

        var run = CommandRun.Of("scan", _folder.Root, "--forms", forms);

        Assert.Equal(["first-generation", "repeat", .. verdicts], run.Records.Select(record => record.GetProperty("verdict").GetString()));
    }

    [Fact]
    public void A_clean_copy_finds_a_first_item_with_a_frame()
    {
        _folder.WritePicture("1.bmp", seed: 1, bars: 20);
        _folder.WritePicture("2.bmp", seed: 1);
        _folder.WritePicture("3.bmp", seed: 1, mirrored: true, bars: 10);

        var records = CommandRun.Of("scan", _folder.Root).Records;

        Assert.Equal(("identity", "letterbox"), (First(records[1]).GetProperty("transform").GetString(), First(records[1]).GetProperty("trimmed").GetString()));
        Assert.Equal("letterbox+flip-horizontal", First(records[2]).GetProperty("transform").GetString());
    }

    [Fact]
    public void A_list_entry_is_found_by_a_turned_copy_once()
    {
        var hash = CommandRun.Of("hash", _folder.WritePicture("a/1.bmp", seed: 1)).Records[0].GetProperty("hash").GetString();
        var list = _folder.Write("known.csv", $"hash,id\n{hash},7\n");

        var record = Assert.Single(CommandRun.Of("match", _folder.WritePicture("b/1.bmp", seed: 1, turned: true), "--known", list).Records);

        var match = Assert.Single(record.GetProperty("matches").EnumerateArray());
        Assert.Equal(("known", "7", "rot270"), (record.GetProperty("verdict").GetString(), match.GetProperty("entry").GetString(), match.GetProperty("transform").GetString()));
    }

    [Fact]
    public void Earlier_records_are_looked_for_by_the_forms_they_carry()
    {
        WriteCopies();
        var with = _folder.Write("with.jsonl", CommandRun.Of("hash", _folder.Root, "--include", "*.bmp", "--dihedral").Output);
        var without = _folder.Write("without.jsonl", CommandRun.Of("hash", _folder.Root, "--include", "*.bmp").Output);

        var full = CommandRun.Of("scan", "--hashes-from", with);
        var upright = CommandRun.Of("scan", "--hashes-from", without);

        Assert.Equal(CommandRun.Of("scan", _folder.Root, "--include", "*.bmp").Output, full.Output);
        Assert.DoesNotContain("dihedral", full.Error, StringComparison.Ordinal);
        Assert.Equal(
            ["first-generation", "repeat", "first-generation", "first-generation", "repeat"],
            upright.Records.Select(record => record.GetProperty("verdict").GetString()));
        Assert.Contains("5 hash records lack the eight dihedral hashes", upright.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Stripes_are_uncertain_whatever_their_quality_and_equal_bytes_repeat_them()
    {
        _folder.WriteStripes("1.bmp", width: 8);
        _folder.WriteStripes("2.bmp", width: 8);
        _folder.WriteStripes("3.bmp", width: 9);

        var records = CommandRun.Of("scan", _folder.Root).Records;
        var hash = CommandRun.Of("hash", _folder.Path("1.bmp")).Records[0];

        Assert.Equal(["uncertain", "repeat", "uncertain"], records.Select(record => record.GetProperty("verdict").GetString()));
        Assert.Equal("undecided", records[0].GetProperty("reason").GetString());
        Assert.InRange(records[0].GetProperty("quality").GetInt32(), 50, 100);
        Assert.Equal("low-quality", hash.GetProperty("status").GetString());
        Assert.Contains("undecided bits", CommandRun.Of("scan", _folder.Root, "--format", "text").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_names_the_frame_and_the_turn()
    {
        var a = _folder.WritePicture("a.bmp", seed: 1);
        var b = _folder.WritePicture("b.bmp", seed: 1, mirrored: true, bars: 16);

        var record = Assert.Single(CommandRun.Of("compare", a, b).Records);
        var back = Assert.Single(CommandRun.Of("compare", b, a).Records);

        Assert.Equal(("repeat", "letterbox+flip-horizontal"), (record.GetProperty("verdict").GetString(), record.GetProperty("transform").GetString()));
        Assert.Equal(("repeat", "flip-horizontal"), (back.GetProperty("verdict").GetString(), back.GetProperty("transform").GetString()));
        Assert.Contains("from A without its letterbox", back.GetProperty("why").GetString(), StringComparison.Ordinal);
    }

    static JsonElement First(JsonElement record) => record.GetProperty("firstGeneration");

    void WriteCopies()
    {
        _folder.WritePicture("1.bmp", seed: 1);
        _folder.WritePicture("2-resized.bmp", seed: 1, width: 256, height: 192);
        _folder.WritePicture("3-mirrored.bmp", seed: 1, mirrored: true);
        _folder.WritePicture("4-turned.bmp", seed: 1, turned: true);
        _folder.WritePicture("5-letterbox.bmp", seed: 1, bars: 20);
    }
}
