using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using HashMatch.Hashes;
using HashMatch.Lists.Caching;
using HashMatch.Matching;
using Microsoft.Data.Sqlite;

namespace HashMatch.Lists.Tests;

public sealed class KnownListCacheTests : IDisposable
{
    const string Digest = "d41d8cd98f00b204e9800998ecf8427e";

    readonly string _folder = Directory.CreateTempSubdirectory("hashmatch-").FullName;
    readonly List<string> _problems = [];

    string Folder => Path.Join(_folder, "kept");

    string ListPath => Path.Join(_folder, "list");

    static ListReadOptions Options => new() { Name = "given" };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("vics-2.0.json")]
    [InlineData("vics-1.3-cases.json")]
    [InlineData("hash-sharing.xml")]
    [InlineData("stopncii.json")]
    [InlineData("provenance.jsonl")]
    [InlineData("NSRLFile.txt")]
    [InlineData("../lists/known.csv")]
    [InlineData("../lists/known-md5.txt")]
    public void Every_format_is_the_same_from_what_was_kept(string file)
    {
        var path = RepositoryFiles.Path("testdata", "exchange", file);
        var options = Options with { Role = file.StartsWith("NSRL", StringComparison.Ordinal) ? ListRole.Ignore : ListRole.Known };
        var expected = TextOf(KnownListReader.Read(path, options));

        Assert.Equal(expected, TextOf(Read(path, options)));
        AssertKept(path, options);
        Assert.Equal(expected, TextOf(Read(path, options)));
        Assert.Empty(_problems);
    }

    [Property(MaxTest = 60)]
    public Property Whatever_the_bytes_what_was_kept_says_what_was_read() =>
        Prop.ForAll(KnownListReaderProperties.MutatedFiles.ToArbitrary(), bytes =>
        {
            File.WriteAllBytes(ListPath, bytes);
            string expected;
            try
            {
                expected = TextOf(KnownListReader.Read(ListPath, Options));
            }
            catch (ListFormatException)
            {
                Assert.Throws<ListFormatException>(() => Read(ListPath));
                return;
            }

            Assert.Equal(expected, TextOf(Read(ListPath)));
            Assert.Equal(expected, TextOf(Read(ListPath)));
            Assert.Empty(_problems);
        });

    [Fact]
    public void Threads_may_read_and_keep_one_list_at_once()
    {
        File.WriteAllText(ListPath, $"{Digest},a\n{Digest},b\n");
        var expected = TextOf(KnownListReader.Read(ListPath, Options));

        for (var round = 0; round < 5; round++)
        {
            Parallel.For(0, 6, _ => Assert.Equal(expected, TextOf(Read(ListPath))));
            File.Delete(Assert.Single(Directory.GetFiles(Folder)));
        }

        Assert.Empty(_problems);
    }

    [Fact]
    public void Bad_rows_and_withdrawn_ones_are_told_again()
    {
        File.WriteAllText(ListPath, $$"""
            {"name":"demo","version":"3","radius":12,"profile":"pdq-1"}
            {"id":"1","md5":"{{Digest}}"}
            {"id":"2","md5":"{{Digest}}0"}
            {"id":"3","md5":"{{Digest}}"}
            nothing
            {"id":"3","removed":true}
            """);
        var expected = KnownListReader.Read(ListPath, Options);
        Assert.Equal((2, 2L), (expected.Errors.Count, expected.Withdrawn));

        Read(ListPath);
        AssertKept(ListPath, Options);

        Assert.Equal(TextOf(expected), TextOf(Read(ListPath)));
    }

    [Fact]
    public void A_list_that_changes_in_one_byte_is_read_anew_and_its_file_takes_the_place_of_the_old_one()
    {
        File.WriteAllText(ListPath, $"{Digest},a\n");
        var time = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(ListPath, time);
        Read(ListPath);

        foreach (var end in (ReadOnlySpan<string>)["f", "0", "f"])
        {
            File.WriteAllText(ListPath, $"{Digest[..^1]}{end},a\n");
            File.SetLastWriteTimeUtc(ListPath, time);

            Assert.EndsWith(end, Assert.Single(Assert.Single(Read(ListPath).List.Entries).Digests).ToString(), StringComparison.Ordinal);
            Assert.Single(Directory.GetFiles(Folder));
        }

        Assert.Empty(_problems);
    }

    [Fact]
    public void Another_use_of_the_same_file_is_another_list()
    {
        var digits = new string('0', 63) + "f";
        File.WriteAllText(ListPath, $"{digits}\n");
        ListReadOptions[] uses =
        [
            Options with { HashType = ListHashType.Pdq }, Options with { HashType = ListHashType.Sha256 },
            Options with { HashType = ListHashType.Pdq, Role = ListRole.Ignore }, Options with { HashType = ListHashType.Pdq, Name = "other" }, Options,
        ];

        for (var round = 0; round < 2; round++)
        {
            Assert.All(uses, use => Assert.Equal(TextOf(KnownListReader.Read(ListPath, use)), TextOf(Read(ListPath, use))));
        }

        Assert.Equal(uses.Length, Directory.GetFiles(Folder).Length);
    }

    [Fact]
    public void What_another_build_kept_is_made_anew()
    {
        File.WriteAllText(ListPath, $"{Digest}\n");
        Read(ListPath);
        Pretend();
        Assert.Equal("pretended", Read(ListPath).List.Name);

        Assert.Equal("given", new KnownListCache(Folder, Guid.Empty, leastBytes: 0).Read(ListPath, Options, _problems.Add).List.Name);
        Assert.Equal("given", Read(ListPath).List.Name);
        Assert.NotEqual(Guid.Empty, KnownListCache.Build);
        Assert.Empty(_problems);
    }

    [Fact]
    public void A_damaged_file_is_named_once_and_made_anew()
    {
        File.WriteAllText(ListPath, $"{Digest},a\n{Digest[1..]}0,b\nbad\n");
        var expected = TextOf(Read(ListPath));
        var kept = Assert.Single(Directory.GetFiles(Folder));
        var good = File.ReadAllBytes(kept);
        // The header and its directory of 16 sections; what follows up to the first page is padding.
        const int HeaderLength = 128 + (16 * 32);
        byte[][] damages =
        [
            [], good[..7], good[..500], good[..^1], [.. good, 0], new byte[good.Length], Encoding.UTF8.GetBytes(Digest),
            .. Enumerable.Range(0, 64).Select(i => Flip(good, i * 97 % HeaderLength)), .. Enumerable.Range(1, good.Length / 4096).Select(page => Flip(good, 4096 * page)),
        ];
        foreach (var damage in damages)
        {
            File.WriteAllBytes(kept, damage);
            _problems.Clear();

            Assert.Equal(expected, TextOf(Read(ListPath)));

            // Sections without items, or that begin with a zero, were left as they are.
            if (!damage.AsSpan().SequenceEqual(good))
            {
                Assert.Contains(kept, Assert.Single(_problems), StringComparison.Ordinal);
            }

            Assert.Equal(good, File.ReadAllBytes(kept));
        }

        static byte[] Flip(byte[] good, int place)
        {
            var bad = (byte[])good.Clone();
            if (place < bad.Length && (place < HeaderLength || bad[place] != 0))
            {
                bad[place] ^= 0x10;
            }

            return bad;
        }
    }

    [Fact]
    public void Where_nothing_can_be_written_lists_are_read_all_the_same()
    {
        File.WriteAllText(ListPath, $"{Digest}\n");
        foreach (var folder in (string[])[Path.Join(_folder, "none", "kept"), ListPath])
        {
            _problems.Clear();
            Assert.Single(new KnownListCache(folder, Guid.Empty, leastBytes: 0).Read(ListPath, Options, _problems.Add).List.Entries);
            Assert.Contains(folder, Assert.Single(_problems), StringComparison.Ordinal);
            Assert.Empty(KnownListCache.FilesIn(folder));
        }

        Assert.Equal([ListPath], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Small_lists_and_broken_ones_are_not_kept()
    {
        File.WriteAllText(ListPath, $"{Digest}\n" + new string('\n', KnownListCache.LeastBytes - 34));
        Assert.Single(new KnownListCache(Folder).Read(ListPath, Options, _problems.Add).List.Entries);
        Assert.False(Directory.Exists(Folder));

        File.AppendAllText(ListPath, "\n");
        Assert.Single(new KnownListCache(Folder).Read(ListPath, Options, _problems.Add).List.Entries);
        Assert.Equal(Directory.GetFiles(Folder), KnownListCache.FilesIn(Folder));
        Assert.Single(KnownListCache.FilesIn(Folder));

        File.WriteAllText(ListPath, "{\"hashRecords\":[{" + new string(' ', KnownListCache.LeastBytes));
        for (var i = 0; i < 2; i++)
        {
            Assert.Throws<ListFormatException>(() => new KnownListCache(Folder).Read(ListPath, Options, _problems.Add));
            Assert.Throws<FileNotFoundException>(() => new KnownListCache(Folder).Read(ListPath + "-none", Options, _problems.Add));
        }

        Assert.Empty(_problems);
    }

    [Fact]
    public void A_database_is_read_anew_since_its_latest_changes_may_lie_beside_it()
    {
        using (SqliteConnection connection = new($"Data Source={ListPath};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"CREATE TABLE FILE (md5 TEXT); INSERT INTO FILE VALUES ('{Digest}')";
            command.ExecuteNonQuery();
        }

        Assert.Single(Read(ListPath, Options with { Role = ListRole.Ignore }).List.Entries);
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public async Task A_pipe_is_read_once()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs mkfifo.");
        await NamedPipe.MakeAsync(ListPath);
        var writing = Task.Run(() => File.WriteAllText(ListPath, $"{Digest}\n"), TestContext.Current.CancellationToken);

        Assert.Single(Read(ListPath).List.Entries);
        await writing;
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public void The_folder_made_here_is_its_owners_alone()
    {
        File.WriteAllText(ListPath, $"{Digest}\n");
        Read(ListPath);

        Assert.SkipWhen(OperatingSystem.IsWindows(), "Modes are Unix's.");
        // The analyzer does not know what skipping does.
        Assert.True(!OperatingSystem.IsWindows() && File.GetUnixFileMode(Folder) == (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
    }

    [Fact]
    public void A_digest_on_the_way_is_that_of_all_bytes_however_few_were_wanted()
    {
        var bytes = new byte[100_000];
        new Random(1).NextBytes(bytes);
        foreach (var wanted in (ReadOnlySpan<int>)[0, 1, 99_999, 100_000])
        {
            using MemoryStream source = new(bytes);
            using DigestingStream stream = new(source);
            stream.ReadExactly(new byte[wanted]);

            Assert.Equal(ContentDigest.Compute(DigestKind.Sha256, bytes).ToString(), Convert.ToHexStringLower(stream.DigestOfAll()));
        }
    }

    ListReadResult Read(string path, ListReadOptions? options = null) =>
        new KnownListCache(Folder, KnownListCache.Build, leastBytes: 0).Read(path, options ?? Options, _problems.Add);

    /// <summary>Shows that the next reading does come from what was kept: with another list in its place, that one is given.</summary>
    void AssertKept(string path, ListReadOptions options)
    {
        var good = Pretend();
        Assert.Equal("pretended", Read(path, options).List.Name);
        File.WriteAllBytes(Directory.GetFiles(Folder).Single(), good);
    }

    byte[] Pretend()
    {
        var kept = Assert.Single(Directory.GetFiles(Folder));
        var good = File.ReadAllBytes(kept);
        KnownListSnapshot.Save(new KnownList("pretended", ListRole.Known), kept, KnownListSnapshot.Open(kept).Origin.Span);
        return good;
    }

    static string TextOf(ListReadResult result)
    {
        var list = result.List;
        StringBuilder text = new($"{list.Name} {list.Role} {list.Version} {list.Radius} {list.Profile} {result.Rows} {result.Withdrawn}\n");
        foreach (var entry in list.Entries)
        {
            text.Append($"{entry.Id} {entry.Pdq} {string.Join(' ', entry.Digests.Select(digest => $"{digest.Kind}:{digest}"))} {string.Join('|', entry.Labels)}\n");
        }

        foreach (var error in result.Errors)
        {
            text.Append($"{error.Place} {error.Reason}\n");
        }

        return text.ToString();
    }
}
