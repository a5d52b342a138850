using System.Security.Cryptography;

namespace HashMatch.Cli.Tests;

public sealed class OpaqueTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly string _picture;
    readonly string _hash;

    public OpaqueTests()
    {
        _picture = _folder.WritePicture("p/a.bmp", seed: 1);
        _hash = CommandRun.Of("hash", _picture).Records[0].GetProperty("hash").GetString()!;
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_record_shows_verdict_attention_ids_and_bands()
    {
        _folder.WriteFlatPicture("p/b.bmp", 100);
        _folder.Write("p/c.bmp", "BM");
        var list = List((0, "e1"), (15, "e2"), (16, "e3"), (35, "e4"));

        var run = CommandRun.Of("match", _folder.Path("p"), "--known", list, "--opaque");

        Assert.Equal(
            [
                $$$"""{"schema":"hashmatch/opaque@1","path":"{{{_picture}}}","verdict":"known","attention":"low","matches":[{"id":"m1","distance":"exact"},{"id":"m2","distance":"close"},{"id":"m3","distance":"near"}]}""",
                $$"""{"schema":"hashmatch/opaque@1","path":"{{_folder.Path("p/b.bmp")}}","verdict":"uncertain","attention":"medium","matches":[]}""",
                $$$"""{"schema":"hashmatch/opaque@1","path":"{{{_folder.Path("p/c.bmp")}}}","verdict":"failed","attention":"high","matches":[],"error":{"code":"truncated"}}""",
            ],
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("match", "jsonl")]
    [InlineData("match", "csv")]
    [InlineData("match", "text")]
    [InlineData("scan", "jsonl")]
    [InlineData("scan", "csv")]
    [InlineData("scan", "text")]
    public void Nothing_of_the_lists_shows_in_any_format_nor_in_the_summary(string verb, string format)
    {
        _folder.WritePicture("p/b.bmp", seed: 1, brighten: 5);
        var list = List((7, "entry-42"), (33, "entry-43"));

        var run = CommandRun.Of(verb, _folder.Path("p"), "--known", list, "--opaque", "--format", format);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("known", run.Output, StringComparison.Ordinal);
        Assert.Contains("close", run.Output, StringComparison.Ordinal);
        var shown = run.Output.Replace(_folder.Root, "", StringComparison.Ordinal);
        foreach (var secret in (string[])[_hash[..12], "entry", "label-x", "hushed", "version-9", "pdq", "quality", "oneIn", "transform"])
        {
            Assert.DoesNotContain(secret, shown + run.Error, StringComparison.Ordinal);
        }

        // Neither the distance nor the radius; the summary's times may hold such digits.
        Assert.DoesNotContain("7", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("31", shown, StringComparison.Ordinal);
        Assert.Equal(CommandRun.Of(verb, _folder.Path("p"), "--known", list).Error.Split('.')[0], run.Error.Split('.')[0]);
    }

    [Fact]
    public void A_candidate_of_the_review_band_does_not_show()
    {
        var record = Assert.Single(CommandRun.Of("match", _picture, "--known", List((35, "e")), "--opaque").Records);

        Assert.Equal("uncertain", record.GetProperty("verdict").GetString());
        Assert.Empty(record.GetProperty("matches").EnumerateArray());
    }

    [Fact]
    public void Ids_hold_over_runs_with_one_key_and_lists_are_named_where_that_is_allowed()
    {
        var list = List((0, "e1"), (3, "e2"));
        var key = Key("key", RandomNumberGenerator.GetBytes(32), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var other = Key("other", RandomNumberGenerator.GetBytes(32), UnixFileMode.UserRead);
        string[] Ids(string file) => [.. Assert.Single(CommandRun.Of("match", _picture, "--known", list, "--opaque", "--opaque-key", file).Records)
            .GetProperty("matches").EnumerateArray().Select(match => match.GetProperty("id").GetString()!)];

        Assert.Equal(Ids(key), Ids(key));
        Assert.Empty(Ids(key).Intersect(Ids(other)));
        Assert.All(Ids(key), id => Assert.Equal(32, id.Length));
        var shown = Assert.Single(CommandRun.Of("match", _picture, "--known", list, "--opaque", "--opaque-lists").Records).GetProperty("matches")[0];
        Assert.Equal("""{"id":"m1","distance":"exact","list":"hushed","version":"version-9"}""", shown.GetRawText());
    }

    [Fact]
    public void A_key_that_is_short_or_open_to_others_ends_the_run()
    {
        var list = List((0, "e1"));
        var brief = Key("brief", new byte[15], UnixFileMode.UserRead);
        var open = Key("open", new byte[16], UnixFileMode.UserRead | UnixFileMode.OtherRead);
        string[] refused = OperatingSystem.IsWindows() ? [brief, _folder.Path("none")] : [brief, open, _folder.Path("none")];

        foreach (var key in refused)
        {
            var run = CommandRun.Of("match", _picture, "--known", list, "--opaque", "--opaque-key", key);
            Assert.Equal((ExitCode.Unusable, ""), (run.ExitCode, run.Output));
            Assert.Contains(key, run.Error, StringComparison.Ordinal);
        }

        Assert.Equal(ExitCode.WrongUsage, CommandRun.Of("match", _picture, "--known", list, "--opaque-key", brief).ExitCode);
        Assert.Equal(ExitCode.WrongUsage, CommandRun.Of("match", _picture, "--known", list, "--opaque-lists").ExitCode);
    }

    string Key(string name, byte[] bytes, UnixFileMode mode)
    {
        var path = _folder.Path(name);
        File.WriteAllBytes(path, bytes);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }

        return path;
    }

    /// <summary>A list with entries so many bits from the picture.</summary>
    string List(params (int Distance, string Id)[] entries) => _folder.Write("hushed.jsonl",
        """{"name":"hushed","version":"version-9","radius":31}""" + "\n" +
        string.Concat(entries.Select(entry => $$"""{"id":"{{entry.Id}}","pdq":"{{Flip(_hash, entry.Distance)}}","labels":["label-x"]}""" + "\n")));

    static string Flip(string hash, int bits)
    {
        var bytes = Convert.FromHexString(hash);
        for (var bit = 0; bit < bits; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        return Convert.ToHexStringLower(bytes);
    }
}
