namespace HashMatch.Cli.Tests;

public sealed class HashTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_record_carries_what_the_contract_names_in_its_order()
    {
        var path = _folder.WritePicture("a.bmp", seed: 1, width: 120, height: 90);

        var record = Assert.Single(CommandRun.Of("hash", path, "--digests").Records);

        Assert.Equal(
            ["schema", "path", "status", "width", "height", "format", "bytes", "xxh128", "sha256", "md5", "sha1", "profile", "hash", "quality", "undecidedBits"],
            record.EnumerateObject().Select(field => field.Name));
        Assert.Equal("hashmatch/hash@1", record.GetProperty("schema").GetString());
        Assert.Equal("ok", record.GetProperty("status").GetString());
        Assert.Equal((120, 90, "bmp"), (record.GetProperty("width").GetInt32(), record.GetProperty("height").GetInt32(), record.GetProperty("format").GetString()));
        Assert.Equal(new FileInfo(path).Length, record.GetProperty("bytes").GetInt64());
        Assert.Equal(Convert.ToHexStringLower(System.IO.Hashing.XxHash128.Hash(File.ReadAllBytes(path))), record.GetProperty("xxh128").GetString());
    }

    [Fact]
    public void Digests_and_dihedral_hashes_come_only_when_asked_for()
    {
        var path = _folder.WritePicture("a.bmp", seed: 1);

        var plain = Assert.Single(CommandRun.Of("hash", path).Records);
        var dihedral = Assert.Single(CommandRun.Of("hash", path, "--dihedral").Records).GetProperty("dihedral");

        Assert.False(plain.TryGetProperty("sha256", out _));
        Assert.False(plain.TryGetProperty("dihedral", out _));
        Assert.Equal(
            ["identity", "rot90", "rot180", "rot270", "flip-horizontal", "flip-vertical", "transpose", "transverse"],
            dihedral.EnumerateObject().Select(field => field.Name));
        Assert.Equal(plain.GetProperty("hash").GetString(), dihedral.GetProperty("identity").GetString());
        Assert.Equal(8, dihedral.EnumerateObject().Select(field => field.Value.GetString()).Distinct().Count());
    }

    [Fact]
    public void Earlier_records_keep_their_dihedral_hashes_and_must_have_them()
    {
        var path = _folder.WritePicture("a.bmp", seed: 1);
        var with = CommandRun.Of("hash", path, "--dihedral").Output;
        var records = _folder.Write("with.jsonl", with);
        var without = _folder.Write("without.jsonl", CommandRun.Of("hash", path).Output);
        File.Delete(path);

        Assert.Equal(with, CommandRun.Of("hash", "--dihedral", "--hashes-from", records).Output);
        Assert.Equal(ExitCode.Unusable, CommandRun.Of("hash", "--dihedral", "--hashes-from", without).ExitCode);
    }

    [Fact]
    public void Csv_carries_every_digest_and_the_dihedral_hashes()
    {
        var path = _folder.WritePicture("a.bmp", seed: 1);
        var record = CommandRun.Of("hash", path, "--digests", "--dihedral").Records[0];

        var lines = CommandRun.Of("hash", path, "--digests", "--dihedral", "--format", "csv").Output.Split('\n');

        Assert.EndsWith(",sha1,dihedral,hashes,undecidedBits,trimmed,content", lines[0], StringComparison.Ordinal);
        Assert.Contains($",{record.GetProperty("sha1").GetString()}," + string.Join(';',
            record.GetProperty("dihedral").EnumerateObject().Select(hash => $"{hash.Name}={hash.Value.GetString()}")), lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Records_of_a_framed_picture_carry_its_hash_without_the_frame_and_keep_it()
    {
        var path = _folder.WritePicture("a.bmp", seed: 1, bars: 20);
        var output = CommandRun.Of("hash", path, "--dihedral").Output;
        var trimmed = CommandRun.Of("hash", path).Records[0].GetProperty("trimmed");
        var clean = CommandRun.Of("hash", _folder.WritePicture("b.bmp", seed: 1), "--dihedral").Records[0];

        Assert.Equal("letterbox", trimmed.GetProperty("border").GetString());
        Assert.Equal(clean.GetProperty("hash").GetString(), trimmed.GetProperty("hash").GetString());
        Assert.False(clean.TryGetProperty("trimmed", out _));
        Assert.Equal(output, CommandRun.Of("hash", "--dihedral", "--hashes-from", _folder.Write("records.jsonl", output)).Output);
        Assert.Contains($",letterbox={trimmed.GetProperty("hash").GetString()}", CommandRun.Of("hash", path, "--format", "csv").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flat_picture_has_a_hash_not_to_be_matched()
    {
        var record = Assert.Single(CommandRun.Of("hash", _folder.WriteFlatPicture("a.bmp", 9)).Records);

        Assert.Equal("low-quality", record.GetProperty("status").GetString());
        Assert.Equal(64, record.GetProperty("hash").GetString()!.Length);
    }

    [Fact]
    public void A_failed_record_has_an_error_and_no_hash()
    {
        var record = Assert.Single(CommandRun.Of("hash", _folder.Write("a.jpg", "text")).Records);

        Assert.Equal("failed", record.GetProperty("status").GetString());
        Assert.False(record.TryGetProperty("hash", out _));
        Assert.Equal("unsupported-format", record.GetProperty("error").GetProperty("code").GetString());
        Assert.NotEmpty(record.GetProperty("error").GetProperty("message").GetString()!);
    }

    [Fact]
    public void Limits_are_the_users_to_set()
    {
        var path = _folder.WritePicture("a.bmp", seed: 1, width: 100, height: 100);

        Assert.Equal(ExitCode.Done, CommandRun.Of("hash", path, "--max-pixels", "10000").ExitCode);
        foreach (var limit in (ReadOnlySpan<string>)["--max-pixels", "--max-bytes"])
        {
            var record = Assert.Single(CommandRun.Of("hash", path, limit, "9999").Records);
            Assert.Equal("too-large", record.GetProperty("error").GetProperty("code").GetString());
        }
    }

    [Fact]
    public void Csv_has_a_header_and_quotes_what_needs_it()
    {
        var path = _folder.WritePicture("a, \"b\".bmp", seed: 1);

        var lines = CommandRun.Of("hash", path, "--format", "csv").Output.Split('\n');

        Assert.StartsWith("path,status,width,height,format,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"\"{path.Replace("\"", "\"\"", StringComparison.Ordinal)}\",ok,128,96,bmp,", lines[1], StringComparison.Ordinal);
        Assert.Equal("", lines[2]);
    }

    [Fact]
    public void Text_keeps_control_characters_of_file_names_from_the_terminal()
    {
        var path = _folder.WritePicture("a\u001b[31m.bmp", seed: 1);

        Assert.DoesNotContain('\u001b', CommandRun.Of("hash", path, "--format", "text").Output);
    }
}
