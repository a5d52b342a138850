using System.Diagnostics.CodeAnalysis;
using HashMatch.Imaging;

namespace HashMatch.Hosting.Telemetry;

/// <summary>A decoder whose time is taken.</summary>
sealed class MeasuredDecoder(IImageDecoder decoder, ServiceMetrics metrics) : IImageDecoder
{
    public bool TryReadHeader(ReadOnlyMemory<byte> bytes, DecodeOptions options, out ImageHeader header, [NotNullWhen(false)] out ImageError? error) =>
        decoder.TryReadHeader(bytes, options, out header, out error);

    public bool TryDecode(ReadOnlyMemory<byte> bytes, DecodeOptions options, [NotNullWhen(true)] out DecodedImage? image, [NotNullWhen(false)] out ImageError? error)
    {
        using var timing = metrics.TimeDecoding();
        return decoder.TryDecode(bytes, options, out image, out error);
    }
}
