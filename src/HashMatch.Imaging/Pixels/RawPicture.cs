namespace HashMatch.Imaging.Pixels;

/// <summary>Grey or RGB pixels before orientation.</summary>
readonly record struct RawPicture(NativePixels Pixels, int Width, int Height, int PixelSize);
