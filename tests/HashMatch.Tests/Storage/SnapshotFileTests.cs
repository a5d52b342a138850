using HashMatch.Buffers;
using HashMatch.Storage;

namespace HashMatch.Tests.Storage;

public sealed class SnapshotFileTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("hashmatch-").FullName;

    string SnapshotPath => Path.Join(_folder, "a.hmi");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Sections_come_back_as_they_were_written()
    {
        Write();

        var file = SnapshotFile.Open(SnapshotPath);
        file.Verify();

        Assert.Equal((256, 5L, "pdq-1"), (file.Header.BitCount, file.Header.HashCount, file.Header.Profile));
        Assert.Equal([1UL, 2, 3], file.Items<ulong>(7).Span.ToArray());
        Assert.Equal([9, 8, 7, 6, 5], file.Items<byte>(8).Span.ToArray());
        Assert.Equal(0, file.Items<int>(9).Length);
        Assert.Equal(0, file.Items<int>(10).Length);
        GC.KeepAlive(file);
    }

    [Fact]
    public void A_writer_that_does_not_finish_leaves_the_older_file_and_nothing_else()
    {
        Write();
        var before = File.ReadAllBytes(SnapshotPath);

        using (SnapshotWriter writer = new(SnapshotPath, 1))
        {
            writer.Write(1, new NativeArray<int>(1000));
        }

        Assert.Equal(before, File.ReadAllBytes(SnapshotPath));
        Assert.Equal([SnapshotPath], Directory.GetFiles(_folder));
    }

    [Fact]
    public void The_same_content_is_the_same_file()
    {
        Write();
        var first = File.ReadAllBytes(SnapshotPath);
        Write();

        Assert.Equal(first, File.ReadAllBytes(SnapshotPath));
    }

    [Fact]
    public void A_flipped_bit_is_noticed_wherever_anything_is_stored()
    {
        Write();
        var good = File.ReadAllBytes(SnapshotPath);
        var header = SnapshotFile.Open(SnapshotPath).Header;
        for (var i = 0; i < good.Length; i++)
        {
            var inHeader = i < SnapshotHeader.LengthOf(header.Sections.Count);
            if (inHeader || header.Sections.Any(section => i >= section.Offset && i < section.Offset + section.Length))
            {
                var bad = (byte[])good.Clone();
                bad[i] ^= (byte)(1 << (i % 8));
                File.WriteAllBytes(SnapshotPath, bad);

                Assert.Throws<SnapshotFormatException>(() => SnapshotFile.Open(SnapshotPath).Verify());
            }
        }
    }

    [Fact]
    public void A_file_cut_or_grown_at_any_place_is_refused_at_once()
    {
        Write();
        var good = File.ReadAllBytes(SnapshotPath);
        foreach (var length in Enumerable.Range(0, 300).Concat([4095, 4096, good.Length - 1]))
        {
            File.WriteAllBytes(SnapshotPath, good[..length]);

            Assert.Throws<SnapshotFormatException>(() => SnapshotFile.Open(SnapshotPath));
        }

        File.WriteAllBytes(SnapshotPath, [.. good, 0]);
        Assert.Throws<SnapshotFormatException>(() => SnapshotFile.Open(SnapshotPath));
    }

    [Fact]
    public void Foreign_files_and_other_versions_are_named_as_such()
    {
        File.WriteAllText(SnapshotPath, "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22\n");
        Assert.Contains("not an index snapshot", Assert.Throws<SnapshotFormatException>(() => SnapshotFile.Open(SnapshotPath)).Message, StringComparison.Ordinal);

        Write();
        var bytes = File.ReadAllBytes(SnapshotPath);
        bytes[8] = 2;
        File.WriteAllBytes(SnapshotPath, bytes);
        var error = Assert.Throws<SnapshotFormatException>(() => SnapshotFile.Open(SnapshotPath));
        Assert.Contains("version 2", error.Message, StringComparison.Ordinal);
        Assert.Contains(SnapshotPath, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4096, long.MaxValue)]
    [InlineData(4096, long.MinValue)]
    [InlineData(4096, -1)]
    [InlineData(4096, 1L << 31)]
    [InlineData(long.MaxValue - 4095, 8)]
    [InlineData(long.MinValue, 8)]
    [InlineData(-4096, 8)]
    [InlineData(0, 8)]
    [InlineData(8192, 1)]
    [InlineData(4097, 8)]
    public void Sections_that_lie_outside_the_file_are_refused_though_the_header_is_sound(long offset, long length)
    {
        var header = new SnapshotHeader(256, 1, "pdq-1", [new SnapshotSection(1, offset, length, 0)]).ToBytes(8192);
        File.WriteAllBytes(SnapshotPath, [.. header, .. new byte[8192 - header.Length]]);

        Assert.Throws<SnapshotFormatException>(() => SnapshotFile.Open(SnapshotPath));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(int.MinValue, 0)]
    [InlineData(256, -1)]
    [InlineData(256, long.MinValue)]
    public void Numbers_that_no_index_has_are_refused_though_the_header_is_sound(int bitCount, long hashCount)
    {
        var header = new SnapshotHeader(bitCount, hashCount, "pdq-1", []).ToBytes(4096);
        File.WriteAllBytes(SnapshotPath, [.. header, .. new byte[4096 - header.Length]]);

        Assert.Throws<SnapshotFormatException>(() => SnapshotInfo.Read(SnapshotPath));
    }

    [Fact]
    public void More_items_than_an_array_holds_are_refused()
    {
        // A file of two gigabytes that is all hole.
        const long Length = (long)int.MaxValue + 1;
        var header = new SnapshotHeader(256, 1, "pdq-1", [new SnapshotSection(1, 4096, Length, 0)]).ToBytes(4096 + Length);
        using (var file = File.Create(SnapshotPath))
        {
            file.Write(header);
            file.SetLength(4096 + Length);
        }

        Assert.Throws<SnapshotFormatException>(() => SnapshotFile.Open(SnapshotPath).Items<byte>(1));
        Assert.Equal((int)(Length / 8), SnapshotFile.Open(SnapshotPath).Items<ulong>(1).Length);
    }

    void Write()
    {
        using SnapshotWriter writer = new(SnapshotPath, 3);
        writer.Write(7, Of<ulong>(1, 2, 3));
        writer.Write(8, Of<byte>(9, 8, 7, 6, 5));
        writer.Write(9, Of<int>());
        writer.Complete(256, 5, "pdq-1");
    }

    static NativeArray<T> Of<T>(params ReadOnlySpan<T> items)
        where T : unmanaged
    {
        NativeArray<T> array = new(items.Length);
        items.CopyTo(array.Span);
        return array;
    }
}
