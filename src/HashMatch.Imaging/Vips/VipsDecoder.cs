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
        isPartial = false;
        using var deadline = new CancellationTokenSource(ForTimer(options.Timeout));
        var load = new Attempt(format, structure, deadline.Token, JpegShrink.Of(format, structure, options.SufficientSide));
        var file = DecoderInput.From(bytes, format, structure);
        if (structure.IsCut)
        {
            picture = default;
            error = Failures.Truncated(format);
        }
        else if (format == ImageFormat.Jpeg)
        {
            error = TryJpeg(load, file, bytes.Span, structure, out picture);
            if (error is null && JpegShrink.IsInDoubt(picture))
            {
                // Only all pixels tell whether any is missing.
                picture.Pixels.Release();
                load = new Attempt(format, structure, deadline.Token);
                error = TryJpeg(load, file, bytes.Span, structure, out picture);
            }
        }
        else
        {
            // Other formats' warnings are about metadata.
            load.TryRun(file, Enums.FailOn.Error, out picture, out error);
        }

        if (options.Tolerant && error is { Code: ImageErrorCode.Corrupt or ImageErrorCode.Truncated })
        {
            isPartial = load.TryRun(file, Enums.FailOn.None, out picture, out var again);
            error = isPartial ? null : DependsOnMachine(again!) ? again : error;
        }

        if (error is null && structure.GifFrame is { } frame)
        {
            picture = Canvas.Place(picture, frame.X, frame.Y, (int)structure.Width, (int)structure.Height);
        }

        return error is null;
    }

    /// <summary>Whether another try elsewhere might end otherwise.</summary>
    public static bool DependsOnMachine(ImageError error) => error.Code is ImageErrorCode.Timeout or ImageErrorCode.TooLarge;

    // A JPEG's warnings are signs of damage to its pixels, but one with damaged bits still shows its picture, as in every
    // viewer.
    static ImageError? TryJpeg(Attempt load, byte[] file, ReadOnlySpan<byte> bytes, in ImageStructure structure,
        out RawPicture picture)
    {
        var isDamaged = false;
        if (!load.TryRun(file, Enums.FailOn.Warning, out picture, out var error) && error.Code == ImageErrorCode.Corrupt)
        {
            isDamaged = true;
            load.TryRun(file, Enums.FailOn.Error, out picture, out error);
        }

        if (error is not null || picture.Shrink > 1)
        {
            return error;
        }

        try
        {
            error = JpegEnding.Check(Probe, bytes, structure, picture, isDamaged);
        }
        catch (OutOfMemoryException)
        {
            error = Failures.NoMemory;
        }

        if (error is not null)
        {
            picture.Pixels.Release();
        }

        return error;

        ImageError? Probe(byte[] made, out RawPicture probed)
        {
            load.TryRun(made, Enums.FailOn.Error, out probed, out var failure);
            return failure;
        }
    }

    // A timer takes no longer span.
    static TimeSpan ForTimer(TimeSpan timeout) =>
        timeout.TotalMilliseconds >= int.MaxValue ? Timeout.InfiniteTimeSpan : timeout;
}
