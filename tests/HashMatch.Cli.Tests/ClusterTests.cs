using System.Text.Json;

namespace HashMatch.Cli.Tests;

public sealed class ClusterTests : IDisposable
{
    const string A = "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Copies_are_grouped_and_strangers_stand_alone()
    {
        _folder.WritePicture("a.bmp", seed: 1);
        _folder.WritePicture("b.bmp", seed: 2);
        _folder.WritePicture("c.bmp", seed: 1, width: 200, height: 150);
        _folder.WritePicture("d.bmp", seed: 1, brighten: 10);

        var cluster = Assert.Single(CommandRun.Of("cluster", _folder.Root).Records);
        var all = CommandRun.Of("cluster", _folder.Root, "--min-size", "1").Records;

        Assert.Equal(["schema", "cluster", "size", "representative", "members"], cluster.EnumerateObject().Select(field => field.Name));
        Assert.Equal((1, 3, _folder.Path("a.bmp")), (cluster.GetProperty("cluster").GetInt32(), cluster.GetProperty("size").GetInt32(), cluster.GetProperty("representative").GetString()));
        Assert.Equal(["a.bmp", "c.bmp", "d.bmp"], Members(cluster));
        Assert.All(cluster.GetProperty("members").EnumerateArray(), member => Assert.InRange(member.GetProperty("distance").GetInt32(), 0, 31));
        Assert.Equal([3, 1], all.Select(record => record.GetProperty("size").GetInt32()));
    }

    [Fact]
    public void A_star_makes_no_chains_and_connection_does()
    {
        // Each is 20 bits from the one before it, so the ends lie 40 apart.
        var records = _folder.Write("hashes.jsonl", string.Concat(Record("a", 0), Record("b", 20), Record("c", 40)));

        var star = CommandRun.Of("cluster", "--hashes-from", records, "--min-size", "1").Records;
        var connected = CommandRun.Of("cluster", "--hashes-from", records, "--linkage", "connected").Records;
        var wide = CommandRun.Of("cluster", "--hashes-from", records, "--radius", "40").Records;

        Assert.Equal([2, 1], star.Select(record => record.GetProperty("size").GetInt32()));
        Assert.Equal(3, Assert.Single(connected).GetProperty("size").GetInt32());
        Assert.Equal(40, connected[0].GetProperty("members")[2].GetProperty("distance").GetInt32());
        Assert.Equal(3, Assert.Single(wide).GetProperty("size").GetInt32());
    }

    [Fact]
    public void Flat_and_unreadable_images_join_nothing_and_keep_their_records()
    {
        _folder.WriteFlatPicture("flat1.bmp", 7);
        _folder.WriteFlatPicture("flat2.bmp", 7);
        _folder.Write("text.jpg", "text");

        var run = CommandRun.Of("cluster", _folder.Root);

        Assert.Equal(ExitCode.SomeFailed, run.ExitCode);
        Assert.Equal(["low-quality", "low-quality", "failed"], run.Records.Select(record => record.GetProperty("status").GetString()));
    }

    [Fact]
    public void Csv_has_one_row_a_member_and_text_one_line()
    {
        _folder.WritePicture("a.bmp", seed: 1);
        _folder.WritePicture("b.bmp", seed: 1, width: 200, height: 150);
        _folder.Write("text.jpg", "text");

        var lines = CommandRun.Of("cluster", _folder.Root, "--format", "csv").Output.Split('\n');

        Assert.Equal("cluster,size,representative,path,distance,transform,status,error,message", lines[0]);
        Assert.Equal($"1,2,{_folder.Path("a.bmp")},{_folder.Path("a.bmp")},0,identity,ok,,", lines[1]);
        Assert.StartsWith($"1,2,{_folder.Path("a.bmp")},{_folder.Path("b.bmp")},", lines[2], StringComparison.Ordinal);
        Assert.StartsWith($",,,{_folder.Path("text.jpg")},,,failed,unsupported-format,", lines[3], StringComparison.Ordinal);
        Assert.Contains("cluster 1: 2 images", CommandRun.Of("cluster", _folder.Root, "--format", "text").Output, StringComparison.Ordinal);
    }

    static string[] Members(JsonElement cluster) =>
        [.. cluster.GetProperty("members").EnumerateArray().Select(member => Path.GetFileName(member.GetProperty("path").GetString()!))];

    static string Record(string path, int flips)
    {
        var bytes = Convert.FromHexString(A);
        for (var bit = 0; bit < flips; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        return $$"""{"schema":"hashmatch/hash@1","path":"{{path}}","status":"ok","profile":"pdq-1","hash":"{{Convert.ToHexStringLower(bytes)}}","quality":100}""" + "\n";
    }
}
