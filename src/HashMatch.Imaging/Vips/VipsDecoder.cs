using System.Diagnostics.CodeAnalysis;
using HashMatch.Imaging.Pixels;
using HashMatch.Imaging.Structures;
using NetVips;

namespace HashMatch.Imaging.Vips;

/// <summary>Decodes through libvips and turns whatever it says into one of our errors.</summary>
static class VipsDecoder
{
    public static bool TryDecode(ReadOnlyMemory<byte> bytes, ImageFormat format, in ImageStructure structure,
        DecodeOptions options, out RawPicture picture, out bool isPartial, [NotNullWhen(false)] out ImageError? error)
    {
        VipsLibrary.EnsureReady();
        picture = default;
        isPartial = false;
        using var deadline = new CancellationTokenSource(Bounded(options.Timeout));
        var load = new Attempt(format, structure, options, deadline.Token);
        var file = DecoderInput.From(bytes, format, structure);
        var isDamaged = false;
        error = structure.IsCut ? Failures.Truncated(format) : null;
        if (error is null && !load.TryRun(file, Strictness(format), out picture, out error)
            && format == ImageFormat.Jpeg && error.Code == ImageErrorCode.Corrupt)
        {
            // A JPEG with damaged bits still shows its picture, as every viewer does.
            isDamaged = true;
            load.TryRun(file, Enums.FailOn.Error, out picture, out error);
        }

        if (error is null && format == ImageFormat.Jpeg && JpegEnding.RanOut(load, bytes.Span, structure, picture, isDamaged))
        {
            picture.Pixels.Release();
            error = Failures.Truncated(format);
        }

        if (error is null)
        {
            return true;
        }

        if (!options.Tolerant || error.Code is not (ImageErrorCode.Corrupt or ImageErrorCode.Truncated))
        {
            return false;
        }

        isPartial = load.TryRun(file, Enums.FailOn.None, out picture, out var again);
        error = isPartial ? null : again?.Code == ImageErrorCode.Timeout ? again : error;
        return isPartial;
    }

    // What a timer accepts: a negative span has run out, and one of weeks is no bound.
    static TimeSpan Bounded(TimeSpan timeout) =>
        timeout == Timeout.InfiniteTimeSpan || timeout.TotalMilliseconds >= int.MaxValue ? Timeout.InfiniteTimeSpan
        : timeout < TimeSpan.Zero ? TimeSpan.Zero
        : timeout;

    // JPEG's warnings are signs of damage to its pixels; elsewhere they are about metadata.
    static Enums.FailOn Strictness(ImageFormat format) =>
        format == ImageFormat.Jpeg ? Enums.FailOn.Warning : Enums.FailOn.Error;
}
