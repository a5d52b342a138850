namespace HashMatch.Hashers;

/// <summary>How the bytes of a <see cref="PixelView"/> are laid out; the value is the number of bytes a pixel.</summary>
public enum PixelLayout
{
    /// <summary>One byte a pixel: a grey image. 0 is black, 255 white.</summary>
    Grey8 = 1,

    /// <summary>Three bytes a pixel: red, green, blue.</summary>
    Rgb24 = 3,
}
