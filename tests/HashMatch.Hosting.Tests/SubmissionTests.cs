using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Imaging;
using HashMatch.Matching;

namespace HashMatch.Hosting.Tests;

public class SubmissionTests
{
    static readonly string s_picture = RepositoryFiles.Path("testdata", "images", "scenes", "skyline.jpg");

    [Fact]
    public async Task Every_shape_of_a_picture_gives_its_hash()
    {
        var bytes = File.ReadAllBytes(s_picture);
        Assert.True(ImageDecoder.Default.TryDecode(bytes, DecodeOptions.Default, out var image, out _));
        using var picture = image;
        var (pixels, luma) = Shapes(picture.Pixels);
        var forms = new PdqHasher().HashForms(picture.Pixels);
        Submission[] shapes =
        [
            Submission.OfFile(s_picture),
            Submission.OfBytes("bytes", bytes),
            Submission.OfStream("stream", new MemoryStream(bytes)),
            Submission.OfStream("pipe", new OneWayStream(bytes)),
            Submission.OfStream("opened", _ => ValueTask.FromResult<Stream>(File.OpenRead(s_picture)), mostBytes: bytes.Length),
            Submission.OfPixels("pixels", pixels, picture.Width, picture.Height, picture.Layout),
            Submission.OfLuma("luma", luma, picture.Width, picture.Height),
            Submission.OfForms("forms", forms, HashProfile.Pdq1),
        ];
        foreach (var shape in shapes)
        {
            using MatchService service = new([]);
            var result = await service.SubmitAsync(shape, TestContext.Current.CancellationToken);

            Assert.Equal((Verdict.FirstGeneration, forms.Pdq.Hash, forms.Pdq.Quality, "pdq-1"), (result.Verdict, result.Hash, result.Quality, result.Profile));
        }

        foreach (var shape in shapes.Where(shape => shape.Id is not ("stream" or "pipe")))
        {
            using MatchService service = new([]);
            Assert.Equal(forms.Pdq.Hash, service.Submit(shape).Hash);
        }
    }

    [Fact]
    public async Task A_stream_is_left_open_and_one_that_was_opened_is_closed()
    {
        using MatchService service = new([]);
        using var given = File.OpenRead(s_picture);
        var opened = File.OpenRead(s_picture);

        service.Submit(Submission.OfStream("given", given));
        await service.SubmitAsync(Submission.OfStream("opened", _ => ValueTask.FromResult<Stream>(opened)), TestContext.Current.CancellationToken);

        Assert.True(given.CanRead);
        Assert.False(opened.CanRead);
    }

    [Fact]
    public async Task What_cannot_be_read_is_a_result_with_a_code()
    {
        var bytes = File.ReadAllBytes(s_picture);
        (Submission Item, ImageErrorCode Code)[] items =
        [
            (Submission.OfFile("no/such/file.jpg"), ImageErrorCode.NotFound),
            (Submission.OfBytes("a", ReadOnlyMemory<byte>.Empty), ImageErrorCode.Empty),
            (Submission.OfStream("b", Stream.Null), ImageErrorCode.Empty),
            (Submission.OfBytes("c", "This is text."u8.ToArray()), ImageErrorCode.UnsupportedFormat),
            (Submission.OfBytes("d", bytes.AsMemory(0, bytes.Length / 2)), ImageErrorCode.Truncated),
            (Submission.OfStream("e", new OneWayStream(bytes), mostBytes: 100), ImageErrorCode.TooLarge),
            (Submission.OfStream("f", new MemoryStream(bytes), mostBytes: 100), ImageErrorCode.TooLarge),
            (Submission.OfStream("g", _ => throw new IOException()), ImageErrorCode.Io),
            (Submission.OfStream("h", _ => throw new HttpRequestException()), ImageErrorCode.Io),
            (Submission.OfStream("i", _ => throw new UnauthorizedAccessException()), ImageErrorCode.AccessDenied),
            (Submission.OfStream("j", new OneWayStream(bytes) { Failure = new IOException() }), ImageErrorCode.Io),
        ];
        using MatchService service = new([]);
        foreach (var (item, code) in items)
        {
            var result = await service.SubmitAsync(item, TestContext.Current.CancellationToken);

            Assert.Equal((Verdict.Failed, Attention.High, code), (result.Verdict, result.Attention, result.Error?.Code));
            Assert.NotEmpty(result.Error!.Message);
            Assert.Null(result.Hash ?? (object?)result.Quality ?? result.Profile);
        }

        Assert.Equal(ImageErrorCode.Io, service.Submit(Submission.OfStream("k", _ => throw new IOException())).Error?.Code);
    }

    [Fact]
    public void What_was_handed_in_comes_back()
    {
        using MatchService service = new([]);
        Dictionary<string, string> metadata = new() { ["case"] = "7" };

        var result = service.Submit(Submission.OfForms("a", Drawn.Forms(default), HashProfile.Pdq1) with { Metadata = metadata });

        Assert.Equal("a", result.Id);
        Assert.Same(metadata, result.Metadata);
    }

    [Fact]
    public async Task A_mistake_of_the_submitter_is_an_exception()
    {
        using TemporaryFolder folder = new();
        using MatchService service = new([], new() { CatalogPath = folder.Path("seen.db") });
        var forms = Drawn.Forms(DrawnHash.Of(new Random(1)));

        Assert.Throws<ArgumentException>(() => Submission.OfFile(""));
        Assert.Throws<ArgumentException>(() => Submission.OfPixels("a", new byte[10], 4, 4, PixelLayout.Grey8));
        Assert.Throws<ArgumentException>(() => Submission.OfLuma("a", new float[10], 4, 4));
        Assert.Throws<ArgumentException>(() => service.Submit(Submission.OfForms("a", forms, HashProfile.PdqFast, Drawn.File(1))));
        Assert.Throws<ArgumentException>(() => service.Submit(Submission.OfForms("a", forms, HashProfile.Pdq1)));
        Assert.Throws<ArgumentException>(() => { _ = service.SubmitAsync(Submission.OfForms("a", forms, HashProfile.Pdq1), TestContext.Current.CancellationToken); });
        await Assert.ThrowsAsync<InvalidOperationException>(() => service.SubmitAsync(Submission.OfStream("a", _ => throw new InvalidOperationException()), TestContext.Current.CancellationToken));
        Assert.Equal(Verdict.FirstGeneration, service.Submit(Submission.OfForms("a", forms, HashProfile.Pdq1, Drawn.File(1))).Verdict);
    }

    [Fact]
    public void No_hash_and_no_digest_is_in_a_text()
    {
        var file = Drawn.File(1);
        var submission = Submission.OfForms("a", Drawn.Forms(DrawnHash.Of(new Random(1))), HashProfile.Pdq1, file);
        using MatchService service = new([]);

        Assert.Equal(("a", "4 bytes", "a: FirstGeneration"), (submission.ToString(), file.ToString(), service.Submit(submission).ToString()));
    }

    [Fact]
    public void Equal_bytes_without_the_bytes_are_told_by_their_identity()
    {
        KnownList list = new("sums", ListRole.Known);
        list.Add(new KnownEntry("1", null, [ContentDigest.Compute(DigestKind.Md5, "a"u8)], []));
        using MatchService service = new([list]);
        var forms = Drawn.Forms(DrawnHash.Of(new Random(1)));

        var result = service.Submit(Submission.OfForms("a", forms, HashProfile.Pdq1, FileIdentity.Of("a"u8, DigestKind.Md5, DigestKind.XxHash128)));

        Assert.Equal((Verdict.Known, MatchBasis.Exact, "md5"), (result.Verdict, result.Basis, result.Matches[0].Algorithm));
    }

    static (byte[] Pixels, float[] Luma) Shapes(PixelView view)
    {
        var pixels = view.Data.ToArray();
        var luma = new float[view.Width * view.Height];
        for (var i = 0; i < luma.Length; i++)
        {
            luma[i] = (0.299f * pixels[3 * i]) + (0.587f * pixels[(3 * i) + 1]) + (0.114f * pixels[(3 * i) + 2]);
        }

        return (pixels, luma);
    }
}
