using System.Diagnostics.CodeAnalysis;

namespace HashMatch.Imaging;

/// <summary>The seam to a decoder library: image bytes in, 8-bit pixels or a typed failure out.</summary>
/// <remarks>
/// Implementations decide the format by the bytes, check dimensions before they allocate, apply orientation, composite
/// alpha over white, are thread-safe and do not throw for bad input; what is no fault of the input, such as a library that is
/// missing, may be thrown. No type of the library crosses this interface.
/// </remarks>
public interface IImageDecoder
{
    /// <summary>Reads format and dimensions and checks them against the limits, without decoding a pixel.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="options">Limits and switches.</param>
    /// <param name="header">What the file says of itself, when true is returned.</param>
    /// <param name="error">Why it cannot be decoded, when false is returned.</param>
    /// <returns>Whether it can be decoded, as far as its structure tells.</returns>
    bool TryReadHeader(ReadOnlyMemory<byte> bytes, DecodeOptions options, out ImageHeader header,
        [NotNullWhen(false)] out ImageError? error);

    /// <summary>Decodes the first frame.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="options">Limits and switches.</param>
    /// <param name="image">The picture, the caller's to dispose, when true is returned.</param>
    /// <param name="error">Why there is none, when false is returned.</param>
    /// <returns>Whether there is a picture.</returns>
    /// <exception cref="DllNotFoundException">The native library of the implementation is missing.</exception>
    /// <exception cref="Isolation.DecodeWorkerException">The implementation decodes in worker processes, and none can be started.</exception>
    bool TryDecode(ReadOnlyMemory<byte> bytes, DecodeOptions options, [NotNullWhen(true)] out DecodedImage? image,
        [NotNullWhen(false)] out ImageError? error);
}
