using System.Runtime.InteropServices;

namespace HashMatch.Imaging.Isolation;

/// <summary>The answer of a worker: numbers alone, for it may have been taken over by the file it decoded.</summary>
/// <param name="Number">That of the request.</param>
/// <param name="Outcome">An <see cref="ImageErrorCode"/>, or <see cref="Decoded"/>.</param>
/// <param name="Width">Pixels in a row; of a picture that is too small, too.</param>
/// <param name="Height">Rows.</param>
/// <param name="FullWidth">Pixels in a row had it not been shrunk.</param>
/// <param name="FullHeight">Rows had it not been shrunk.</param>
/// <param name="PixelSize">Bytes of one pixel.</param>
/// <param name="Partial">1 for a partial picture, else 0.</param>
/// <param name="Offset">Where the pixels lie in the shared memory.</param>
[StructLayout(LayoutKind.Sequential)]
readonly record struct WorkerReply(
    long Number, int Outcome, int Width, int Height, int FullWidth, int FullHeight, int PixelSize, int Partial, long Offset)
{
    /// <summary>The outcome of success.</summary>
    internal const int Decoded = -1;

    /// <summary>Bytes of all pixels; only for sides that were checked.</summary>
    internal int PixelBytes => checked(Width * Height * PixelSize);
}
