using HashMatch.Hashers;
using HashMatch.TestData.Encoders;
using HashMatch.TestData.Pixels;
using HashMatch.TestData.Scenes;

namespace HashMatch.Imaging.Tests;

/// <summary>Decoding at a fraction of the sides: how far, what stays the same, and what it does to the fast hash.</summary>
public class ShrinkTests
{
    /// <summary>The hash may differ by so many bits between a shrunk and a full decode.</summary>
    const int MostBits = 2;

    const int Width = 2051;
    const int Height = 1541;

    static readonly DecodeOptions s_shrunk = DecodeOptions.Default with { SufficientSide = 512 };
    static readonly PdqHasher s_hasher = new(HashProfile.PdqFast);

    static readonly Lazy<RgbImage> s_scene = new(() => Renderer.Draw(new Landscape(3), Width, Height, 4));
    static readonly Lazy<byte[]> s_jpeg = new(() => StillEncoder.Jpeg(s_scene.Value, 85));

    [Theory]
    [InlineData(700, 1023, 700, 1023)]
    [InlineData(1023, 3000, 1023, 3000)]
    [InlineData(1024, 1200, 512, 600)]
    [InlineData(2050, 2049, 512, 512)]
    [InlineData(4100, 4096, 512, 512)]
    public void A_JPEG_is_shrunk_by_a_power_of_two_while_the_short_side_suffices(int width, int height, int shrunkWidth, int shrunkHeight)
    {
        var file = Pictures.Encode("jpeg", width, height);
        Assert.True(ImageDecoder.Default.TryDecode(file, s_shrunk, out var image, out var error), error?.ToString());
        using (image)
        {
            // Whether a last column that is not whole counts is the library's affair.
            Assert.InRange(image.Width, shrunkWidth, shrunkWidth + 1);
            Assert.InRange(image.Height, shrunkHeight, shrunkHeight + 1);
            Assert.Equal((width, height), (image.FullWidth, image.FullHeight));
        }
    }

    [Theory]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("gif")]
    [InlineData("tiff")]
    [InlineData("bmp")]
    public void Other_formats_are_decoded_in_full(string format)
    {
        Assert.True(ImageDecoder.Default.TryDecode(Pictures.Encode(format, 1100, 1050), s_shrunk, out var image, out var error), error?.ToString());
        using (image)
        {
            Assert.Equal((1100, 1050, 1100, 1050), (image.Width, image.Height, image.FullWidth, image.FullHeight));
        }
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("progressive")]
    [InlineData("grey")]
    [InlineData("cmyk")]
    [InlineData("turned")]
    public void Whether_the_decoder_shrank_moves_the_fast_hash_by_two_bits_at_most(string kind)
    {
        using var scene = VipsImages.From(s_scene.Value);
        var file = kind switch
        {
            "jpeg" => s_jpeg.Value,
            "progressive" => StillEncoder.ProgressiveJpeg(s_scene.Value, 90),
            "grey" => scene.Colourspace(NetVips.Enums.Interpretation.Bw).JpegsaveBuffer(q: 85),
            "cmyk" => Cmyk(scene),
            _ => scene.Mutate(image => image.Set(NetVips.GValue.GIntType, "orientation", 6)).JpegsaveBuffer(q: 85),
        };

        var (full, size) = Hash(file, DecodeOptions.Default);
        var (shrunk, shrunkSize) = Hash(file, s_shrunk);
        Assert.Equal(kind == "turned" ? (Height, Width) : (Width, Height), size);
        Assert.Equal(size, shrunkSize);
        Assert.InRange(full.Hash.DistanceTo(shrunk.Hash), 0, MostBits);
        Assert.InRange(shrunk.Quality, 50, 100);
    }

    [Fact]
    public void So_it_is_on_photographs()
    {
        var files = Directory.GetFiles(RepositoryFiles.SharedPath("images"), "*.jp*g", SearchOption.AllDirectories);
        var shrunkCount = 0;
        Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = 2 }, path =>
        {
            var file = File.ReadAllBytes(path);
            Assert.True(ImageDecoder.Default.TryDecode(file, s_shrunk, out var image, out var error), error?.ToString());
            using (image)
            {
                if (image.Width < image.FullWidth)
                {
                    Interlocked.Increment(ref shrunkCount);
                    Assert.InRange(Hash(file, DecodeOptions.Default).Pdq.Hash.DistanceTo(s_hasher.Hash(image.Pixels).Hash), 0, MostBits);
                }
            }
        });
        Assert.InRange(shrunkCount, 20, files.Length);
    }

    [Fact]
    public void Limits_are_held_against_the_whole_picture()
    {
        var options = s_shrunk with { MaxPixels = ((long)Width * Height) - 1 };
        Assert.Equal(ImageErrorCode.TooLarge, Pictures.Fail(s_jpeg.Value, options).Code);
        Assert.Equal(ImageErrorCode.Timeout, Pictures.Fail(s_jpeg.Value, s_shrunk with { Timeout = TimeSpan.Zero }).Code);
        Assert.Throws<ArgumentOutOfRangeException>(() => s_shrunk with { SufficientSide = -1 });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_cut_JPEG_fails_or_decodes_as_it_does_in_full(bool withEnd)
    {
        var file = s_jpeg.Value;
        int[] lengths = [file.Length / 10, file.Length / 2, file.Length * 9 / 10, file.Length - 3000, file.Length - 300, file.Length - 40, file.Length - 4, file.Length - 3, file.Length - 2, file.Length];
        foreach (var length in lengths)
        {
            byte[] cut = withEnd ? [.. file[..length], 0xFF, 0xD9] : file[..length];
            foreach (var tolerant in (bool[])[false, true])
            {
                Assert.Equal(
                    (length, tolerant, Outcome(cut, DecodeOptions.Default with { Tolerant = tolerant })),
                    (length, tolerant, Outcome(cut, s_shrunk with { Tolerant = tolerant })));
            }
        }
    }

    [Fact]
    public void A_picture_that_ends_in_the_grey_of_missing_blocks_is_decoded_in_full()
    {
        var picture = new RgbImage(1100, 1056);
        picture.Data.AsSpan().Fill(128);
        s_scene.Value.Data.AsSpan(0, 1100 * 900 * 3).CopyTo(picture.Data);
        Assert.True(ImageDecoder.Default.TryDecode(StillEncoder.Jpeg(picture, 95), s_shrunk, out var image, out var error), error?.ToString());
        using (image)
        {
            Assert.Equal((1100, 1056, false), (image.Width, image.Height, image.IsPartial));
        }
    }

    static byte[] Cmyk(NetVips.Image scene)
    {
        using var inverted = scene.Invert();
        using var inks = inverted.Bandjoin(0);
        using var cmyk = inks.Copy(interpretation: NetVips.Enums.Interpretation.Cmyk);
        return cmyk.JpegsaveBuffer(q: 90);
    }

    static (PdqResult Pdq, (int Width, int Height) Size) Hash(byte[] file, DecodeOptions options)
    {
        Assert.True(ImageDecoder.Default.TryDecode(file, options, out var image, out var error), error?.ToString());
        using (image)
        {
            return (s_hasher.Hash(image.Pixels), (image.FullWidth, image.FullHeight));
        }
    }

    static string Outcome(byte[] file, DecodeOptions options)
    {
        if (!ImageDecoder.Default.TryDecode(file, options, out var image, out var error))
        {
            return error.Code.ToString();
        }

        using (image)
        {
            return $"{image.FullWidth}x{image.FullHeight} partial {image.IsPartial}";
        }
    }
}
