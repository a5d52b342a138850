using System.Diagnostics.CodeAnalysis;
using HashMatch.Imaging.Pixels;
using HashMatch.Imaging.Structures;
using NetVips;

namespace HashMatch.Imaging.Vips;

/// <summary>Loads a picture, perhaps more than once with less strictness; the library's exceptions end here.</summary>
/// <param name="format">The format found.</param>
/// <param name="structure">What the walk over the file told.</param>
/// <param name="cancellation">Ends the work when time is up.</param>
/// <param name="shrink">What a JPEG's sides are divided by: 1, 2, 4 or 8; 1 for all other formats.</param>
sealed class Attempt(ImageFormat format, ImageStructure structure, CancellationToken cancellation, int shrink = 1)
{
    public bool TryRun(byte[] file, Enums.FailOn failOn, out RawPicture picture, [NotNullWhen(false)] out ImageError? error)
    {
        picture = default;
        error = null;
        try
        {
            using var source = Source.NewFromMemory(file);
            picture = VipsLoader.Load(format, source, structure, failOn, shrink, cancellation);
            return true;
        }
        catch (VipsException) when (cancellation.IsCancellationRequested)
        {
            error = Failures.Timeout;
        }
        catch (VipsException)
        {
            error = !HasMemory() ? Failures.NoMemory
                : structure.IsCut || structure.LacksTrailer ? Failures.Truncated(format)
                : Failures.Undecodable(format);
        }
        catch (OutOfMemoryException)
        {
            error = Failures.NoMemory;
        }
        catch (UnsupportedSamplesException)
        {
            error = Failures.UnknownSamples(format);
        }

        return false;
    }

    // The library's decoders call a lack of memory by many names, or damage. So it is asked for here.
    bool HasMemory() => NativePixels.CanAllocate(ImageDecoder.PeakBytesPerPixel * structure.Width * structure.Height);
}
