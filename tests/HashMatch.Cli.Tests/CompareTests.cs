using System.Text.Json;

namespace HashMatch.Cli.Tests;

public sealed class CompareTests : IDisposable
{
    const string Hash = "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22", 0, "repeat")]
    [InlineData("f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b23", 1, "repeat")]
    [InlineData("f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39cb16364dd", 32, "uncertain")]
    [InlineData("07070f31e0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39cb16364dd", 64, "first-generation")]
    public void Two_hashes_are_compared_as_they_are(string other, int distance, string verdict)
    {
        var record = Compare(Hash, other);

        Assert.Equal(distance, record.GetProperty("distance").GetInt32());
        Assert.Equal("identity", record.GetProperty("transform").GetString());
        Assert.Equal(verdict, record.GetProperty("verdict").GetString());
        Assert.NotEmpty(record.GetProperty("why").GetString()!);
    }

    [Fact]
    public void Equal_bytes_are_exact()
    {
        var record = Compare(_folder.WritePicture("a.bmp", seed: 1), _folder.WritePicture("b.bmp", seed: 1));

        Assert.Equal(("repeat", "exact"), (record.GetProperty("verdict").GetString(), record.GetProperty("basis").GetString()));
    }

    [Fact]
    public void A_picture_and_its_own_hash_are_near()
    {
        var path = _folder.WritePicture("a.bmp", seed: 1);
        var hash = CommandRun.Of("hash", path).Records[0].GetProperty("hash").GetString()!;

        var record = Compare(path, hash);

        Assert.Equal(("repeat", "near", 0),
            (record.GetProperty("verdict").GetString(), record.GetProperty("basis").GetString(), record.GetProperty("distance").GetInt32()));
    }

    [Theory]
    [InlineData("rot90", "rot270")]
    [InlineData("rot270", "rot90")]
    [InlineData("rot180", "rot180")]
    [InlineData("flip-horizontal", "flip-horizontal")]
    [InlineData("transpose", "transpose")]
    public void A_turned_hash_is_found_on_either_side(string transform, string inverse)
    {
        var path = _folder.WritePicture("a.bmp", seed: 1);
        var turned = CommandRun.Of("hash", path, "--dihedral").Records[0].GetProperty("dihedral").GetProperty(transform).GetString()!;

        // The transform is B's: what must be done to it to look like A.
        Assert.Equal((0, transform), Found(Compare(turned, path)));
        Assert.Equal((0, inverse), Found(Compare(path, turned)));

        static (int, string?) Found(JsonElement record) =>
            (record.GetProperty("distance").GetInt32(), record.GetProperty("transform").GetString());
    }

    [Fact]
    public void A_flat_picture_makes_it_uncertain()
    {
        var record = Compare(_folder.WritePicture("a.bmp", seed: 1), _folder.WriteFlatPicture("b.bmp", 5));

        Assert.Equal(("uncertain", "low-quality"), (record.GetProperty("verdict").GetString(), record.GetProperty("reason").GetString()));
    }

    [Fact]
    public void One_that_cannot_be_read_fails_with_its_reason()
    {
        var run = CommandRun.Of("compare", _folder.Path("missing.bmp"), Hash);

        Assert.Equal(ExitCode.SomeFailed, run.ExitCode);
        Assert.Equal("not-found", run.Records[0].GetProperty("errorA").GetProperty("code").GetString());
        Assert.False(run.Records[0].TryGetProperty("distance", out _));
    }

    static JsonElement Compare(string a, string b)
    {
        var run = CommandRun.Of("compare", a, b);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        return Assert.Single(run.Records);
    }
}
