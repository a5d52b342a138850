using HashMatch.Hashers;
using NetVips;

namespace HashMatch.Imaging.Vips;

/// <summary>Borrowed pixels as a picture of libvips, and its results as plain bytes.</summary>
static unsafe class VipsPixels
{
    /// <summary>Runs <paramref name="work"/> on the pixels where they lie; its result must not keep the picture.</summary>
    public static T Use<T>(PixelView pixels, Func<Image, T> work)
    {
        VipsLibrary.EnsureReady();
        fixed (byte* data = pixels.Data)
        {
            using var bare = Image.NewFromMemory((nint)data, (ulong)pixels.Data.Length, pixels.Width, pixels.Height,
                (int)pixels.Layout, Enums.BandFormat.Uchar);
            using var image = bare.Copy(interpretation: pixels.Layout == PixelLayout.Grey8 ? Enums.Interpretation.Bw : Enums.Interpretation.Srgb);
            return work(image);
        }
    }

    /// <summary>The bytes of a result of 8-bit samples, row after row.</summary>
    public static byte[] ToBytes(Image image)
    {
        using var bytes = image.Cast(Enums.BandFormat.Uchar);
        return bytes.WriteToMemory<byte>();
    }
}
