using System.Text.Json;
using HashMatch.Hashes;

namespace HashMatch.Cli.Tests;

/// <summary>The command on pictures and files nobody here made; the same properties hold on <c>testdata</c>.</summary>
public class EvaluationTests
{
    /// <summary>Turned and mirrored copies, which an upright PDQ comparison cannot join.</summary>
    static readonly string[] s_turned =
    [
        "bridge-2-rotate-90.jpg", "bridge-3-rotate-180.jpg", "bridge-4-rotate-270.jpg", "bridge-5-flipx.jpg",
        "bridge-6-flipy.jpg", "bridge-7-flip-plus-1.jpg", "bridge-8-flip-minus-1.jpg",
    ];

    [Fact]
    public void Every_picture_gets_a_verdict_and_the_same_bytes_come_out_for_every_order_and_thread_count()
    {
        var root = RepositoryFiles.SharedPath("images");
        string[] files = [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)];
        var run = CommandRun.Of("scan", root, "--threads", "1");
        new Random(5).Shuffle(files);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(254, run.Records.Count);
        Assert.DoesNotContain(run.Records, record => record.GetProperty("verdict").GetString() == "failed");
        Assert.Equal(run.Output, CommandRun.Of("scan", root, "--threads", "2").Output);
        Assert.Equal(run.Output, CommandRun.Of(["scan", .. files]).Output);
    }

    [Fact]
    public void Copies_of_one_picture_are_its_repeats_the_turned_ones_after_a_turn()
    {
        var run = CommandRun.Of("scan", RepositoryFiles.SharedPath("images", "pairs-pdq-bridge"));

        foreach (var record in run.Records)
        {
            var name = Path.GetFileName(record.GetProperty("path").GetString()!);
            var verdict = record.GetProperty("verdict").GetString();
            if (name == "aaa-orig.jpg")
            {
                Assert.Equal("first-generation", verdict);
            }
            else
            {
                Assert.Equal("repeat", verdict);
                var first = record.GetProperty("firstGeneration");
                Assert.EndsWith("aaa-orig.jpg", first.GetProperty("path").GetString(), StringComparison.Ordinal);
                Assert.Equal(s_turned.Contains(name), first.GetProperty("transform").GetString() != "identity");
            }
        }
    }

    [Theory]
    [InlineData("pdq-1", "core-fullres")]
    [InlineData("pdq-1", "pdqhash-python")]
    [InlineData("pdq-512", "tool-512")]
    public void Hashes_through_our_decoder_equal_the_reference_of_the_same_recipe(string profile, string recipe)
    {
        var expected = File.ReadLines(RepositoryFiles.SharedPath("vectors", "pdq-bridge.tsv")).Skip(1).Select(line => line.Split('\t'))
            .Where(columns => columns[1] == recipe).ToDictionary(columns => columns[0], columns => (Hash: Hash256.Parse(columns[2]), Quality: int.Parse(columns[3], null)));

        var records = CommandRun.Of("hash", RepositoryFiles.SharedPath("images", "pairs-pdq-bridge"), "--profile", profile).Records;

        Assert.Equal(19, records.Count);
        foreach (var record in records)
        {
            var (hash, quality) = expected[Path.GetFileName(record.GetProperty("path").GetString()!)];
            // Every one is equal with the decoders of today; 4 bits are what a decoder's rounding may cost.
            Assert.InRange(Hash256.Parse(record.GetProperty("hash").GetString()!).DistanceTo(hash), 0, 4);
            Assert.Equal(quality, record.GetProperty("quality").GetInt32());
        }
    }

    [Fact]
    public void Every_corner_file_gets_a_record()
    {
        var root = RepositoryFiles.SharedPath("corner");

        var run = CommandRun.Of("scan", root);

        Assert.Equal(ExitCode.SomeFailed, run.ExitCode);
        Assert.Equal(619, run.Records.Count);
        Assert.All(run.Records.Where(record => record.GetProperty("verdict").GetString() == "failed"), record =>
        {
            Assert.Equal(JsonValueKind.Null, record.GetProperty("hash").ValueKind);
            Assert.NotEmpty(record.GetProperty("error").GetProperty("message").GetString()!);
        });
    }
}
