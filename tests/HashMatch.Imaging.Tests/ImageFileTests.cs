using System.IO.Compression;

namespace HashMatch.Imaging.Tests;

public sealed class ImageFileTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("hashmatch-imaging-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(100_000)]
    [InlineData(17 << 20)]
    public void A_file_is_read_to_its_last_byte_and_no_further(int length)
    {
        var content = Content(length);
        var path = Write("a.bin", content);
        Assert.True(ImageFile.TryRead(path, DecodeOptions.Default, out var bytes, out var error), error?.ToString());
        using (bytes)
        {
            Assert.True(bytes.Memory.Span.SequenceEqual(content));
        }
    }

    [Fact]
    public void What_is_missing_empty_or_a_folder_has_a_type()
    {
        Assert.Equal(ImageErrorCode.NotFound, Fail(Path.Combine(_folder, "none.jpg")));
        Assert.Equal(ImageErrorCode.NotFound, Fail(Path.Combine(_folder, "none", "none.jpg")));
        Assert.Equal(ImageErrorCode.NotFound, Fail(Path.Combine(_folder, new string('x', 5000))));
        Assert.Equal(ImageErrorCode.NotFound, Fail("a\0b"));
        Assert.Equal(ImageErrorCode.Io, Fail(_folder));
        Assert.Equal(ImageErrorCode.Empty, Fail(Write("empty.jpg", [])));
    }

    [Fact]
    public void A_file_beyond_the_limit_is_refused_by_its_length()
    {
        var path = Write("a.bin", Content(1000));
        Assert.Equal(ImageErrorCode.TooLarge, Fail(path, DecodeOptions.Default with { MaxBytes = 999 }));
        Assert.True(ImageFile.TryRead(path, DecodeOptions.Default with { MaxBytes = 1000 }, out var bytes, out _));
        bytes.Dispose();
    }

    [Fact]
    public void Links_are_followed_and_broken_ones_are_not_found()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs a privilege on Windows.");
        var link = Path.Combine(_folder, "link.jpg");
        File.CreateSymbolicLink(link, Write("a.bin", Content(10)));
        Assert.True(ImageFile.TryRead(link, DecodeOptions.Default, out var bytes, out _));
        bytes.Dispose();
        var broken = Path.Combine(_folder, "broken.jpg");
        File.CreateSymbolicLink(broken, Path.Combine(_folder, "nowhere"));
        Assert.Equal(ImageErrorCode.NotFound, Fail(broken));
        var circle = Path.Combine(_folder, "circle.jpg");
        File.CreateSymbolicLink(circle, circle);
        Assert.Contains(Fail(circle), new[] { ImageErrorCode.NotFound, ImageErrorCode.Io });
    }

    [Fact]
    public async Task Pipes_and_devices_do_not_hang()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no named pipes or devices among files on Windows.");
        var pipe = Path.Combine(_folder, "pipe.jpg");
        await NamedPipe.MakeAsync(pipe);

        Assert.Equal(ImageErrorCode.Empty, Fail(pipe));
        var link = Path.Combine(_folder, "link-to-pipe.jpg");
        File.CreateSymbolicLink(link, pipe);
        Assert.Equal(ImageErrorCode.Empty, Fail(link));
        Assert.Equal(ImageErrorCode.Empty, Fail("/dev/zero"));
    }

    [Fact]
    public void A_file_without_permission_is_access_denied()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Permissions do not bind this user.");
        var path = Write("secret.jpg", Content(10));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.None);
        }

        Assert.Equal(ImageErrorCode.AccessDenied, Fail(path));
    }

    [Theory]
    [InlineData(0, ImageErrorCode.Empty)]
    [InlineData(3000, ImageErrorCode.TooLarge)]
    [InlineData(1 << 30, ImageErrorCode.TooLarge)]
    public void A_stream_is_bounded_although_it_does_not_tell_its_length(int length, ImageErrorCode expected)
    {
        using var stream = new UnknownLengthStream(length);
        Assert.False(ImageFile.TryRead(stream, DecodeOptions.Default with { MaxBytes = 2999 }, out _, out var error));
        Assert.Equal(expected, error.Code);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(70_000)]
    [InlineData(20 << 20)]
    public void A_stream_is_read_to_its_end(int length)
    {
        using var stream = new UnknownLengthStream(length);
        Assert.True(ImageFile.TryRead(stream, DecodeOptions.Default, out var bytes, out _));
        using (bytes)
        {
            Assert.Equal(length, bytes.Memory.Length);
            Assert.False(bytes.Memory.Span.ContainsAnyExcept((byte)7));
        }
    }

    [Fact]
    public void More_bytes_than_an_array_holds_are_too_large_whatever_the_limit()
    {
        var path = Path.Combine(_folder, "sparse.bin");
        using (var file = File.Create(path))
        {
            file.SetLength(3L << 30);
        }

        var options = DecodeOptions.Default with { MaxBytes = long.MaxValue };
        Assert.Equal(ImageErrorCode.TooLarge, Fail(path, options));
        using var stream = File.OpenRead(path);
        Assert.False(ImageFile.TryRead(stream, options, out _, out var error));
        Assert.Equal(ImageErrorCode.TooLarge, error.Code);
    }

    [Fact]
    public void A_stream_that_cannot_be_read_is_a_mistake_of_the_caller()
    {
        using var stream = new FileStream(Path.Combine(_folder, "out.bin"), FileMode.Create, FileAccess.Write);
        stream.Write([1, 2, 3]);
        stream.Position = 0;
        Assert.Throws<NotSupportedException>(() => ImageFile.TryRead(stream, DecodeOptions.Default, out _, out _));
    }

    [Fact]
    public void A_stream_that_fails_is_io()
    {
        using var stream = new UnknownLengthStream(-1);
        Assert.False(ImageFile.TryRead(stream, DecodeOptions.Default, out _, out var error));
        Assert.Equal(ImageErrorCode.Io, error.Code);
    }

    [Fact]
    public void A_packed_stream_that_is_damaged_is_io()
    {
        using GZipStream stream = new(new MemoryStream("this is not packed"u8.ToArray()), CompressionMode.Decompress);
        Assert.False(ImageFile.TryRead(stream, DecodeOptions.Default, out _, out var error));
        Assert.Equal(ImageErrorCode.Io, error.Code);
    }

    string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    static byte[] Content(int length)
    {
        var content = new byte[length];
        new Random(7).NextBytes(content);
        return content;
    }

    ImageErrorCode Fail(string path, DecodeOptions? options = null)
    {
        Assert.False(ImageFile.TryRead(path, options ?? DecodeOptions.Default, out _, out var error));
        Pictures.AssertSpeaksToAPerson(error);
        Assert.DoesNotContain(_folder, error.Message, StringComparison.Ordinal);
        return error.Code;
    }

    sealed class UnknownLengthStream(int length) : Stream
    {
        int _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_left < 0)
            {
                throw new IOException("The line is dead.");
            }

            var read = Math.Min(Math.Min(count, 1000), _left);
            buffer.AsSpan(offset, read).Fill(7);
            _left -= read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
