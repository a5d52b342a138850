using System.Buffers;
using HashMatch.Hashers;

namespace HashMatch.Imaging;

/// <summary>A decoded picture and the owner of its pixels: dispose it to give the memory back.</summary>
/// <remarks>Reading is thread-safe until it is disposed.</remarks>
public sealed class DecodedImage : IDisposable
{
    readonly IMemoryOwner<byte> _pixels;

    /// <summary>Takes ownership of <paramref name="pixels"/>.</summary>
    /// <param name="pixels">Rows top to bottom without padding, oriented, composited over white.</param>
    /// <param name="width">Pixels in a row, after orientation.</param>
    /// <param name="height">Rows, after orientation.</param>
    /// <param name="layout">Bytes of one pixel.</param>
    /// <param name="format">The format of the file.</param>
    /// <param name="isPartial">Whether the file ended before the picture did.</param>
    public DecodedImage(IMemoryOwner<byte> pixels, int width, int height, PixelLayout layout, ImageFormat format,
        bool isPartial = false)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        _pixels = pixels;
        Width = width;
        Height = height;
        FullWidth = width;
        FullHeight = height;
        Layout = layout;
        Format = format;
        IsPartial = isPartial;
    }

    /// <summary>Pixels in a row, after orientation.</summary>
    public int Width { get; }

    /// <summary>Rows, after orientation.</summary>
    public int Height { get; }

    /// <summary>
    /// What <see cref="Width"/> would be had the decoder not shrunk the picture, as
    /// <see cref="DecodeOptions.SufficientSide"/> allows it to; the same where it did not.
    /// </summary>
    public int FullWidth { get; init; }

    /// <summary>What <see cref="Height"/> would be had the decoder not shrunk the picture.</summary>
    public int FullHeight { get; init; }

    /// <summary>Bytes of one pixel.</summary>
    public PixelLayout Layout { get; }

    /// <summary>The format of the file.</summary>
    public ImageFormat Format { get; }

    /// <summary>Whether the file ended before the picture did and the caller asked for what is there.</summary>
    public bool IsPartial { get; }

    /// <summary>The pixels, valid until this image is disposed.</summary>
    /// <exception cref="ObjectDisposedException">It was.</exception>
    /// <exception cref="ArgumentException">Whoever made this image gave it less memory than its sides and layout need.</exception>
    public PixelView Pixels => new(_pixels.Memory.Span, Width, Height, Layout);

    /// <inheritdoc/>
    public void Dispose() => _pixels.Dispose();
}
