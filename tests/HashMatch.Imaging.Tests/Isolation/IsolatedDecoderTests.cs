using HashMatch.FaultyWorker;
using HashMatch.Imaging.Isolation;

namespace HashMatch.Imaging.Tests.Isolation;

public class IsolatedDecoderTests
{
    static readonly DecodeOptions[] s_options =
    [
        DecodeOptions.Default,
        DecodeOptions.Default with { Tolerant = true },
        DecodeOptions.Default with { SufficientSide = 64, ApplyOrientation = false },
        DecodeOptions.Default with { MaxPixels = 20_000, MaxBytes = 100_000 },
    ];

    [Fact]
    public void Every_file_comes_out_as_it_does_in_this_process()
    {
        using var decoder = FaultyWorkers.Start();
        var files = Directory.GetFiles(RepositoryFiles.Path("testdata", "images"), "*", SearchOption.AllDirectories);
        foreach (var options in s_options)
        {
            Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = 3 }, path =>
            {
                var file = File.ReadAllBytes(path);
                AssertSame(decoder, file, options, path);
                AssertSame(decoder, file[..(file.Length * 2 / 3)], options, path);
            });
        }
    }

    [Fact]
    public void A_crop_below_the_least_side_is_told_by_its_own_numbers()
    {
        using var decoder = FaultyWorkers.Start();
        var file = AvifBoxes.With(Pictures.Encode("avif"), AvifBoxes.Crop(4, 20));
        AssertSame(decoder, file, DecodeOptions.Default, "avif");
        Assert.Equal(ImageErrorCode.TooSmall, FaultyWorkers.Fail(decoder, file).Code);
    }

    [Fact]
    public void Pictures_that_are_kept_keep_no_one_waiting_and_outlive_the_decoder()
    {
        var file = Pictures.Encode("png");
        List<DecodedImage> kept = [];
        using (var decoder = FaultyWorkers.Start(options => options with { Workers = 2 }))
        {
            for (var i = 0; i < 6; i++)
            {
                Assert.True(decoder.TryDecode(file, DecodeOptions.Default, out var image, out _));
                kept.Add(image);
            }
        }

        foreach (var image in kept)
        {
            Assert.Equal(Pictures.Rgb(), image.Pixels.Data.ToArray());
            image.Dispose();
            Assert.Throws<ObjectDisposedException>(() => image.Pixels.Width);
        }
    }

    [Theory]
    [InlineData("/nonexistent/program")]
    [InlineData("true")]
    [InlineData("echo", "this is no worker, whatever it says: it only repeats what it was told to say, again")]
    public void A_program_that_is_no_worker_is_an_error_of_its_own(string program, params string[] arguments)
    {
        using var decoder = FaultyWorkers.Start(options => options with { Program = program, Arguments = arguments });

        var error = Assert.Throws<DecodeWorkerException>(() => decoder.TryDecode(Pictures.Encode("png"), DecodeOptions.Default, out _, out _));

        Assert.Contains(program, error.Message, StringComparison.Ordinal);
        // What needs no worker is decoded all the same.
        Assert.True(decoder.TryDecode(Pictures.Encode("bmp"), DecodeOptions.Default, out var image, out _));
        image.Dispose();
    }

    [Fact]
    public void A_program_that_does_not_know_it_is_a_worker_starts_none_of_its_own()
    {
        // This one makes a decoder first of all.
        using var decoder = FaultyWorkers.Start(options => options with { Arguments = [typeof(WorkerHost).Assembly.Location, WorkerHost.HangVerb, "", ""] });

        var error = Assert.Throws<DecodeWorkerException>(() => decoder.TryDecode(Pictures.Encode("png"), DecodeOptions.Default, out _, out _));

        Assert.Contains("started as a decode worker", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disposed_decoder_says_so()
    {
        var decoder = FaultyWorkers.Start();
        decoder.Dispose();
        Assert.Throws<ObjectDisposedException>(() => decoder.TryDecode(Pictures.Encode("png"), DecodeOptions.Default, out _, out _));
    }

    static void AssertSame(IsolatedDecoder decoder, byte[] file, DecodeOptions options, string name)
    {
        var isExpected = ImageDecoder.Default.TryDecode(file, options, out var expected, out var expectedError);
        var isFound = decoder.TryDecode(file, options, out var found, out var error);
        using (expected)
        using (found)
        {
            Assert.True(expectedError == error, $"{name}: {error} instead of {expectedError}");
            Assert.Equal(isExpected, isFound);
            if (isExpected)
            {
                Assert.Equal(Facts(expected!), Facts(found!));
                Assert.True(expected!.Pixels.Data.SequenceEqual(found!.Pixels.Data), name);
            }
        }
    }

    static object Facts(DecodedImage image) =>
        (image.Width, image.Height, image.FullWidth, image.FullHeight, image.Layout, image.Format, image.IsPartial);
}
