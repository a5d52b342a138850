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

    [Fact]
    public void A_large_picture_gets_a_worker_with_room_which_small_ones_take_too()
    {
        using var decoder = FaultyWorkers.Start();
        FaultyWorkers.AssertWorks(decoder);
        var small = Assert.Single(decoder.Pool.Idle).Id;
        AssertSame(decoder, Pictures.Encode("jpeg", 5000, 4000), DecodeOptions.Default, "large");
        var large = Assert.Single(decoder.Pool.Idle).Id;
        FaultyWorkers.AssertWorks(decoder);
        Assert.NotEqual(small, large);
        Assert.Equal(large, Assert.Single(decoder.Pool.Idle).Id);
    }

    [Fact]
    public void Other_limits_get_other_workers()
    {
        using var decoder = FaultyWorkers.Start();
        FaultyWorkers.AssertWorks(decoder);
        var first = Assert.Single(decoder.Pool.Idle).Id;
        Assert.True(decoder.TryDecode(Pictures.Encode("png"), DecodeOptions.Default with { MaxPixels = 5000 }, out var image, out _));
        image.Dispose();
        Assert.NotEqual(first, Assert.Single(decoder.Pool.Idle).Id);
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

    [Fact]
    public void A_second_try_is_made_in_a_worker_that_has_seen_no_file_and_takes_the_place_of_one()
    {
        using var decoder = FaultyWorkers.Start();
        FaultyWorkers.AssertWorks(decoder);
        var used = Assert.Single(decoder.Pool.Idle);
        var before = used.Id;

        var fresh = decoder.Pool.Take(used.Limits, isFresh: true);

        Assert.NotEqual(before, fresh.Id);
        Assert.Empty(decoder.Pool.Idle);
        decoder.Pool.Return(fresh);
        Assert.Equal(fresh.Id, Assert.Single(decoder.Pool.Idle).Id);
    }

    [Theory]
    [InlineData(129, true)]
    [InlineData(130, true)]
    [InlineData(131, true)]
    [InlineData(137, true)]
    [InlineData(143, true)]
    [InlineData(134, false)]
    [InlineData(139, false)]
    [InlineData(0, false)]
    public void What_a_file_cannot_do_to_a_worker_is_not_held_against_it(int exitCode, bool isKilled) =>
        Assert.Equal(isKilled ? WorkerEnd.Killed : WorkerEnd.Crashed, WorkerEndings.Of(exitCode, ""));
}
