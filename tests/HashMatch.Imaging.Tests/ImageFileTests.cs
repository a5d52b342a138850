using System.Runtime.InteropServices;

namespace HashMatch.Imaging.Tests;

public sealed class ImageFileTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("hashmatch-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(65_536)]
    [InlineData(20_000_000)]
    public void A_file_is_read_whole(int length)
    {
        var path = Write(length);

        Assert.True(ImageFile.TryRead(path, DecodeOptions.Default, out var content, out _));
        using (content)
        {
            Assert.Equal(File.ReadAllBytes(path), content.Memory.ToArray());
            Assert.Equal(length, content.Length);
        }
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read_whole()
    {
        var bytes = new byte[300_000];
        new Random(1).NextBytes(bytes);
        using System.IO.Compression.BrotliStream stream = new(Compressed(bytes), System.IO.Compression.CompressionMode.Decompress);

        Assert.True(ImageFile.TryRead(stream, DecodeOptions.Default, out var content, out _));
        Assert.Equal(bytes, content.Memory.ToArray());
        content.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_byte_limit_is_inclusive(bool seekable)
    {
        var bytes = new byte[100_000];
        var options = DecodeOptions.Default with { MaxBytes = bytes.Length };

        Assert.True(TryRead(options, out _));
        Assert.False(TryRead(options with { MaxBytes = bytes.Length - 1 }, out var error));
        Assert.Equal(ImageErrorCode.TooLarge, error!.Code);

        bool TryRead(DecodeOptions bounds, out ImageError? failure)
        {
            using Stream stream = seekable
                ? new MemoryStream(bytes)
                : new System.IO.Compression.BrotliStream(Compressed(bytes), System.IO.Compression.CompressionMode.Decompress);
            var read = ImageFile.TryRead(stream, bounds, out var content, out failure);
            content?.Dispose();
            return read;
        }
    }

    [Fact]
    public void What_cannot_be_read_has_its_code()
    {
        Assert.Equal(ImageErrorCode.NotFound, ErrorOf(Path.Combine(_folder, "missing")));
        Assert.Equal(ImageErrorCode.NotFound, ErrorOf(Path.Combine(_folder, "missing", "deeper")));
        Assert.Equal(ImageErrorCode.NotFound, ErrorOf(""));
        Assert.Equal(ImageErrorCode.NotFound, ErrorOf("nul\0inside"));
        Assert.Equal(ImageErrorCode.Empty, ErrorOf(Write(0)));
        Assert.Equal(ImageErrorCode.Io, ErrorOf(_folder));
    }

    [Fact]
    public void A_file_that_may_not_be_read_says_so()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "This user may read every file.");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "File modes are those of Unix.");
        var path = Write(10);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.None);
        }

        Assert.Equal(ImageErrorCode.AccessDenied, ErrorOf(path));
    }

    [Fact]
    public void Pipes_and_devices_are_not_waited_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes in the file system are made with mkfifo here.");
        var pipe = Path.Combine(_folder, "pipe");
        Assert.Equal(0, MakeFifo(pipe, 0x1B6));

        Assert.Equal(ImageErrorCode.Empty, ErrorOf(pipe));
        Assert.Equal(ImageErrorCode.Empty, ErrorOf("/dev/zero"));
    }

    static ImageErrorCode ErrorOf(string path)
    {
        Assert.False(ImageFile.TryRead(path, DecodeOptions.Default, out _, out var error));
        return error.Code;
    }

    static MemoryStream Compressed(byte[] bytes)
    {
        MemoryStream compressed = new();
        using (System.IO.Compression.BrotliStream stream = new(compressed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write(bytes);
        }

        compressed.Position = 0;
        return compressed;
    }

    string Write(int length)
    {
        var path = Path.Combine(_folder, "file");
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    [DllImport("libc", EntryPoint = "mkfifo", CharSet = CharSet.Ansi)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int MakeFifo([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mode);
}
