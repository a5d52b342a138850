using HashMatch.Imaging;

namespace HashMatch.Fuzzing.Targets;

/// <summary>What must hold of every picture, decoded or not.</summary>
static class PictureLaws
{
    internal static DecodeOptions Options(Random random) => DecodeOptions.Default with
    {
        MaxPixels = 1_000_000,
        Tolerant = random.Next(2) == 0,
        ApplyOrientation = random.Next(4) > 0,
        SufficientSide = random.Next(3) == 0 ? 8 : 0,
    };

    /// <summary>Reads the header; gives it, or what is said instead.</summary>
    internal static (ImageHeader? Header, ImageError? Error) Header(byte[] input, DecodeOptions options)
    {
        if (!ImageDecoder.Default.TryReadHeader(input, options, out var header, out var error))
        {
            RequireSpeakable(error);
            return (null, error);
        }

        Law.Require(error is null && header is { Width: >= DecodeOptions.MinSide, Height: >= DecodeOptions.MinSide }, "No side of a picture is below the least.");
        Law.Require((long)header.Width * header.Height <= options.MaxPixels, "No picture exceeds the limit.");
        return (header, null);
    }

    /// <summary>Decodes; gives a sum of the pixels, or what is said instead.</summary>
    internal static (string Outcome, int Sum) Decode(byte[] input, DecodeOptions options)
    {
        var (header, headerError) = Header(input, options);
        if (!ImageDecoder.Default.TryDecode(input, options, out var image, out var error))
        {
            RequireSpeakable(error);
            Law.Require(headerError is null || headerError == error, "What the header has against it is what is said.");
            return ($"{header?.Format} {error.Code} {Law.ShapeOf(error.Message)}", 0);
        }

        using (image)
        {
            Law.Require(header is { } known && known.Format == image.Format, "What is decoded has a header.");
            Law.Require(image.Width >= 1 && image.Height >= 1 && (long)image.Width * image.Height <= options.MaxPixels, "No picture exceeds the limit.");
            Law.Require(image.Pixels.Data.Length == image.Width * image.Height * (int)image.Layout, "There are as many pixels as said.");
            Law.Require(options.Tolerant || !image.IsPartial, "Parts are given only to those who ask for them.");
            var sum = (int)System.IO.Hashing.XxHash32.HashToUInt32(image.Pixels.Data);
            return ($"{image.Format} {image.Layout} {image.IsPartial} {image.Width / 16} {image.Height / 16}", sum);
        }
    }

    static void RequireSpeakable(ImageError error)
    {
        Law.RequireSpeakable(error.Message);
        Law.Require(error.Message.EndsWith('.') && !error.Message.Contains("vips", StringComparison.OrdinalIgnoreCase), "A failure is told in our own words.");
    }
}
