using FsCheck.Xunit;

namespace HashMatch.Imaging.Tests;

public class HostileProperties
{
    static readonly string[] s_formats =
        ["png", "png-interlaced", "jpeg", "jpeg-progressive", "webp", "webp-lossless", "gif", "tiff", "tiff-lzw", "tiff-tiled", "tiff-big", "avif", "bmp"];

    static readonly Dictionary<string, byte[]> s_files = s_formats.ToDictionary(f => f, f => Pictures.Encode(f));

    static readonly DecodeOptions s_small = DecodeOptions.Default with { MaxPixels = 1_000_000 };

    [Property(MaxTest = 1500)]
    public void A_mutated_file_never_throws(int seed, bool tolerant)
    {
        var random = new Random(seed);
        var file = Mutate(s_files[s_formats[random.Next(s_formats.Length)]], random);
        Check(file, s_small with { Tolerant = tolerant });
    }

    [Property(MaxTest = 500)]
    public void Noise_behind_a_signature_never_throws(int seed)
    {
        var random = new Random(seed);
        var noise = new byte[random.Next(400)];
        random.NextBytes(noise);
        var head = s_files[s_formats[random.Next(s_formats.Length)]].AsSpan(0, random.Next(4, 40));
        Check([.. head, .. noise], s_small);
    }

    [Property(MaxTest = 300)]
    public void A_bitmap_of_random_header_fields_never_throws(short width, short height, byte bits, byte compression, byte[] data)
    {
        Check(Bitmaps.File(width, height, bits, compression % 7, [], data), s_small with { Tolerant = true });
        foreach (var depth in new[] { 1, 2, 4, 8, 16, 24, 32 })
        {
            Check(Bitmaps.File(width % 64, height % 64, depth, compression % 7, [], data), s_small with { Tolerant = true });
        }
    }

    static void Check(byte[] file, DecodeOptions options)
    {
        var hasHeader = ImageDecoder.Default.TryReadHeader(file, options, out var header, out var headerError);
        Assert.Equal(hasHeader, headerError is null);
        if (ImageDecoder.Default.TryDecode(file, options, out var image, out var error))
        {
            using (image)
            {
                Assert.True(hasHeader);
                Assert.Equal(header.Format, image.Format);
                Assert.InRange((long)image.Width * image.Height, 25, options.MaxPixels);
                Assert.Equal(image.Width * image.Height * (int)image.Layout, image.Pixels.Data.Length);
            }
        }
        else
        {
            Pictures.AssertSpeaksToAPerson(error);
            if (headerError is not null)
            {
                Assert.Equal(headerError, error);
            }
        }
    }

    static byte[] Mutate(byte[] original, Random random)
    {
        var file = original.ToArray();
        for (var count = random.Next(1, 12); count > 0; count--)
        {
            var at = random.Next(random.Next(2) == 0 ? Math.Min(file.Length, 200) : file.Length);
            switch (random.Next(4))
            {
                case 0:
                    file[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    file[at] = (byte)random.Next(256);
                    break;
                case 2:
                    file.AsSpan(at, Math.Min(4, file.Length - at)).Fill((byte)(random.Next(2) * 255));
                    break;
                default:
                    file = [.. file[..at], .. file[Math.Min(file.Length, at + random.Next(30))..]];
                    break;
            }

            if (file.Length == 0)
            {
                break;
            }
        }

        return file;
    }
}
