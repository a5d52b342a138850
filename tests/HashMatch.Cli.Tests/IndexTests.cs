using System.Text.Json;

namespace HashMatch.Cli.Tests;

public sealed class IndexTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    string Index => _folder.Path("a.hmi");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_built_is_found_by_name_and_distance()
    {
        var a = _folder.WritePicture("in/a.bmp", seed: 1);
        _folder.WritePicture("in/b.bmp", seed: 2);
        var copy = _folder.WritePicture("copy.bmp", seed: 1, width: 200, height: 150);
        var other = _folder.WritePicture("other.bmp", seed: 4);

        var built = Assert.Single(Run(ExitCode.Done, "index", "build", _folder.Path("in"), "-o", Index));
        var found = Run(ExitCode.Done, "index", "query", Index, copy, other);
        var nearest = Run(ExitCode.Done, "index", "query", Index, other, "--nearest", "2");

        Assert.Equal(2, built.GetProperty("hashes").GetInt32());
        var hit = Assert.Single(found[0].GetProperty("hits").EnumerateArray());
        Assert.Equal((0, a), (hit.GetProperty("id").GetInt32(), hit.GetProperty("name").GetString()));
        Assert.InRange(hit.GetProperty("distance").GetInt32(), 0, 31);
        Assert.Empty(found[1].GetProperty("hits").EnumerateArray());
        Assert.Equal(2, nearest[0].GetProperty("hits").GetArrayLength());
        Assert.True(nearest[0].GetProperty("hits")[0].GetProperty("distance").GetInt32() <= nearest[0].GetProperty("hits")[1].GetProperty("distance").GetInt32());
    }

    [Fact]
    public void What_cannot_be_indexed_has_its_record_and_the_rest_goes_in()
    {
        _folder.WritePicture("in/a.bmp", seed: 1);
        _folder.WriteFlatPicture("in/flat.bmp", 7);
        _folder.Write("in/text.jpg", "text");

        var records = Run(ExitCode.SomeFailed, "index", "build", _folder.Path("in"), "-o", Index);

        Assert.Equal(["low-quality", "failed"], records.SkipLast(1).Select(record => record.GetProperty("status").GetString()));
        Assert.Equal(1, records[^1].GetProperty("hashes").GetInt32());
    }

    [Fact]
    public void An_index_of_earlier_records_is_that_of_their_images()
    {
        _folder.WritePicture("in/a.bmp", seed: 1);
        _folder.WritePicture("in/b.bmp", seed: 2);
        var records = _folder.Write("hashes.jsonl", CommandRun.Of("hash", _folder.Path("in")).Output);

        Run(ExitCode.Done, "index", "build", _folder.Path("in"), "-o", Index);
        var bytes = File.ReadAllBytes(Index);
        Run(ExitCode.Done, "index", "build", "--hashes-from", records, "-o", Index);

        Assert.Equal(bytes, File.ReadAllBytes(Index));
    }

    [Fact]
    public void Info_and_verify_say_what_a_file_holds_and_a_damaged_one_ends_with_3()
    {
        Run(ExitCode.Done, "index", "build", _folder.WritePicture("a.bmp", seed: 1), "-o", Index, "--profile", "pdq-512");

        var info = Assert.Single(Run(ExitCode.Done, "index", "info", Index));
        var verified = Assert.Single(Run(ExitCode.Done, "index", "verify", Index));
        Assert.Equal(("pdq-512", false), (info.GetProperty("profile").GetString(), info.GetProperty("verified").GetBoolean()));
        Assert.True(verified.GetProperty("verified").GetBoolean());

        var bytes = File.ReadAllBytes(Index);
        bytes[4096] ^= 1;
        File.WriteAllBytes(Index, bytes);
        Run(ExitCode.Done, "index", "info", Index);
        Run(ExitCode.Unusable, "index", "verify", Index);
        Run(ExitCode.Unusable, "index", "query", Index, _folder.Path("a.bmp"));
        Run(ExitCode.Unusable, "index", "info", _folder.Path("missing.hmi"));
        Assert.Empty(Run(ExitCode.Unusable, "index", "build", _folder.WriteFlatPicture("flat.bmp", 7), "-o", _folder.Path("missing/a.hmi")));
    }

    [Fact]
    public void The_index_says_which_profile_its_queries_get()
    {
        var a = _folder.WritePicture("a.bmp", seed: 1, width: 1024, height: 700);
        Run(ExitCode.Done, "index", "build", a, "-o", Index, "--profile", "pdq-512");

        var record = Assert.Single(Run(ExitCode.Done, "index", "query", Index, a, "--radius", "0"));

        Assert.Equal("pdq-512", record.GetProperty("profile").GetString());
        Assert.Equal(1, record.GetProperty("hits").GetArrayLength());
    }

    [Theory]
    [InlineData("csv", "path,status,hash,quality,profile,id,name,distance,partial,error,message")]
    [InlineData("text", "1 hits")]
    public void Queries_have_every_format(string format, string expected)
    {
        var a = _folder.WritePicture("a.bmp", seed: 1);
        Run(ExitCode.Done, "index", "build", a, "-o", Index);

        Assert.Contains(expected, CommandRun.Of("index", "query", Index, a, "--format", format).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flat_picture_is_not_asked_for_and_the_index_is_no_input_of_itself()
    {
        var flat = _folder.WriteFlatPicture("in/flat.bmp", 7);
        var index = _folder.Path("in/a.hmi");
        Run(ExitCode.Done, "index", "build", _folder.Path("in"), "-o", index, "--min-quality", "0");

        Assert.Equal(1, Run(ExitCode.Done, "index", "build", _folder.Path("in"), "-o", index, "--min-quality", "0")[^1].GetProperty("hashes").GetInt32());
        var gated = Assert.Single(Run(ExitCode.Done, "index", "query", index, flat));
        Assert.Equal("low-quality", gated.GetProperty("status").GetString());
        Assert.Empty(gated.GetProperty("hits").EnumerateArray());
        Assert.Single(Run(ExitCode.Done, "index", "query", index, flat, "--min-quality", "0")[0].GetProperty("hits").EnumerateArray());
    }

    [Theory]
    [InlineData("index")]
    [InlineData("index", "build", "x")]
    [InlineData("index", "query", "x")]
    [InlineData("index", "query", "x", "y", "--nearest", "0")]
    [InlineData("index", "query", "x", "y", "--radius", "257")]
    public void Wrong_usage_exits_with_2(params string[] args) => Assert.Equal(ExitCode.WrongUsage, CommandRun.Of(args).ExitCode);

    static IReadOnlyList<JsonElement> Run(int exitCode, params string[] args)
    {
        var run = CommandRun.Of(args);
        Assert.Equal(exitCode, run.ExitCode);
        return run.Records;
    }
}
