using HashMatch.Hashers;
using NetVips;

namespace HashMatch.Imaging.Vips;

/// <summary>Borrowed pixels as a picture of libvips, and its results as plain bytes.</summary>
static unsafe class VipsPixels
{
    /// <summary>Runs <paramref name="work"/> on the pixels where they lie; its result must not keep the picture.</summary>
    /// <exception cref="InvalidOperationException">The library cannot do it.</exception>
    public static byte[] Use(PixelView pixels, Func<Image, byte[]> work)
    {
        VipsLibrary.EnsureReady();
        var rows = WithoutGaps(pixels);
        try
        {
            fixed (byte* data = rows)
            {
                using var bare = Image.NewFromMemory((nint)data, (ulong)rows.Length, pixels.Width, pixels.Height, (int)pixels.Layout,
                    Enums.BandFormat.Uchar);
                using var image = bare.Copy(interpretation: pixels.Layout == PixelLayout.Grey8 ? Enums.Interpretation.Bw : Enums.Interpretation.Srgb);
                return work(image);
            }
        }
        catch (VipsException exception)
        {
            // None of the library's types leaves this project.
            throw new InvalidOperationException("libvips cannot do this, for lack of memory or because the picture is more than the format holds.", exception);
        }
    }

    /// <summary>The bytes of a result of 8-bit samples, row after row.</summary>
    public static byte[] ToBytes(Image image)
    {
        using var bytes = image.Cast(Enums.BandFormat.Uchar);
        return bytes.WriteToMemory<byte>();
    }

    // The library takes rows that follow one another; those of a part of a picture do not.
    static ReadOnlySpan<byte> WithoutGaps(PixelView pixels)
    {
        var rowLength = pixels.Width * (int)pixels.Layout;
        if (pixels.Stride == rowLength)
        {
            return pixels.Data;
        }

        var rows = new byte[rowLength * pixels.Height];
        for (var y = 0; y < pixels.Height; y++)
        {
            pixels.Row(y).CopyTo(rows.AsSpan(y * rowLength));
        }

        return rows;
    }
}
