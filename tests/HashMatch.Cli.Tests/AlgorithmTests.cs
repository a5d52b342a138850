using HashMatch.Hashers;
using HashMatch.Imaging;

namespace HashMatch.Cli.Tests;

/// <summary>The hashes beside PDQ's: when they are there, what they are, and how they come back.</summary>
public sealed class AlgorithmTests : IDisposable
{
    static readonly string[] s_all = ["--algorithm", "blockhash", "--algorithm", "ahash", "--algorithm", "phash", "--algorithm", "dhash", "--algorithm", "pdq"];

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Hashes_come_when_asked_for_in_one_order_and_are_those_of_the_library()
    {
        var path = _folder.WritePicture("a.bmp", seed: 1);
        Assert.True(ImageDecoder.Default.TryDecode(File.ReadAllBytes(path), DecodeOptions.Default, out var image, out _));
        using var pixels = image;
        (string, string?)[] expected =
        [
            ("phash", new DctHasher().Hash(pixels.Pixels).ToString()), ("dhash", new DifferenceHasher().Hash(pixels.Pixels).ToString()),
            ("ahash", new AverageHasher().Hash(pixels.Pixels).ToString()), ("blockhash", new BlockHasher().Hash(pixels.Pixels).ToString()),
        ];

        var record = Assert.Single(CommandRun.Of(["hash", path, .. s_all]).Records);

        Assert.Equal(expected, record.GetProperty("hashes").EnumerateObject().Select(hash => (hash.Name, hash.Value.GetString())));
        Assert.Equal("pdq-1", record.GetProperty("profile").GetString());
        Assert.False(CommandRun.Of("hash", path, "--algorithm", "pdq").Records[0].TryGetProperty("hashes", out _));
        Assert.False(CommandRun.Of("hash", path).Records[0].TryGetProperty("hashes", out _));
    }

    [Fact]
    public void Csv_and_text_carry_them_too()
    {
        var path = _folder.WritePicture("a.bmp", seed: 1);
        var hashes = CommandRun.Of(["hash", path, .. s_all]).Records[0].GetProperty("hashes").EnumerateObject()
            .Select(hash => (hash.Name, Text: hash.Value.GetString())).ToList();

        var csv = CommandRun.Of(["hash", path, "--format", "csv", .. s_all]).Output.Split('\n');
        var text = CommandRun.Of(["hash", path, "--format", "text", .. s_all]).Output;

        Assert.Contains(",hashes,", csv[0], StringComparison.Ordinal);
        Assert.Contains("," + string.Join(';', hashes.Select(hash => $"{hash.Name}={hash.Text}")) + ",", csv[1], StringComparison.Ordinal);
        Assert.All(hashes, hash => Assert.Contains($"  {hash.Name,-9}  {hash.Text}\n", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Records_with_hashes_are_read_by_those_who_ask_for_them_and_by_those_who_do_not()
    {
        var path = _folder.WritePicture("a.bmp", seed: 1);
        var with = CommandRun.Of(["hash", path, .. s_all]).Output;
        var plain = CommandRun.Of("hash", path).Output;
        var records = _folder.Write("with.jsonl", with);
        File.Delete(path);

        Assert.Equal(with, CommandRun.Of(["hash", "--hashes-from", records, .. s_all]).Output);
        Assert.Equal(plain, CommandRun.Of("hash", "--hashes-from", records).Output);
        Assert.Equal(ExitCode.Done, CommandRun.Of("scan", "--hashes-from", records).ExitCode);
    }

    [Fact]
    public void Records_with_hashes_serve_as_a_list()
    {
        var path = _folder.WritePicture("a.bmp", seed: 1);
        var records = _folder.Write("known.jsonl", CommandRun.Of(["hash", path, .. s_all]).Output);

        var verdict = Assert.Single(CommandRun.Of("match", path, "--known", records).Records);

        Assert.Equal("known", verdict.GetProperty("verdict").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"hashes\":7")]
    [InlineData(",\"hashes\":{\"phash\":\"00\"}")]
    [InlineData(",\"hashes\":{\"dhash\":\"0123456789abcdef\"}")]
    public void Records_without_the_hash_asked_for_are_unusable(string field)
    {
        var record = "{\"schema\":\"hashmatch/hash@1\",\"path\":\"a\",\"hash\":\"" + new string('a', 64) + "\",\"quality\":90" + field + "}\n";

        var run = CommandRun.Of("hash", "--algorithm", "phash", "--hashes-from", _folder.Write("records.jsonl", record));

        Assert.Equal(ExitCode.Unusable, run.ExitCode);
        Assert.Contains("--algorithm phash", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0123456789abcdef", "'of another name'")]
    [InlineData("my-profile-12", "'my-profile-12'")]
    public void A_profile_is_named_unless_it_could_be_a_hash(string profile, string named)
    {
        var record = "{\"schema\":\"hashmatch/hash@1\",\"path\":\"a\",\"profile\":\"" + profile + "\",\"hash\":\"" + new string('a', 64) + "\",\"quality\":90}\n";

        var run = CommandRun.Of("hash", "--hashes-from", _folder.Write("records.jsonl", record));

        Assert.Equal(ExitCode.Unusable, run.ExitCode);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_picture_has_none()
    {
        var record = Assert.Single(CommandRun.Of(["hash", _folder.Write("a.jpg", "text"), .. s_all]).Records);

        Assert.False(record.TryGetProperty("hashes", out _));
    }

    [Fact]
    public void An_algorithm_nobody_knows_is_wrong_usage() =>
        Assert.Equal(ExitCode.WrongUsage, CommandRun.Of("hash", _folder.WritePicture("a.bmp", seed: 1), "--algorithm", "md5").ExitCode);

    [Fact]
    public void Compare_tells_the_distance_by_each()
    {
        var (a, b) = (_folder.WritePicture("a.bmp", seed: 1), _folder.WritePicture("b.bmp", seed: 2));
        var record = Assert.Single(CommandRun.Of(["compare", a, b, .. s_all]).Records);
        var distances = record.GetProperty("distances");

        Assert.Equal(["phash", "dhash", "ahash", "blockhash"], distances.EnumerateObject().Select(distance => distance.Name));
        foreach (var distance in distances.EnumerateObject())
        {
            var left = Convert.FromHexString(record.GetProperty("hashesA").GetProperty(distance.Name).GetString()!);
            var right = Convert.FromHexString(record.GetProperty("hashesB").GetProperty(distance.Name).GetString()!);
            Assert.Equal(left.Zip(right, (x, y) => int.PopCount(x ^ y)).Sum(), distance.Value.GetInt32());
        }

        var phash = distances.GetProperty("phash").GetInt32();
        Assert.Contains($"  phash      {phash} of 64 bits differ\n", CommandRun.Of(["compare", a, b, "--format", "text", .. s_all]).Output, StringComparison.Ordinal);
        Assert.Contains($",phash={phash};dhash=", CommandRun.Of(["compare", a, b, "--format", "csv", .. s_all]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bare_hash_has_no_distance_by_another_algorithm()
    {
        var run = CommandRun.Of("compare", _folder.WritePicture("a.bmp", seed: 1), new string('a', 64), "--algorithm", "phash");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.False(run.Records[0].TryGetProperty("distances", out _));
    }
}
