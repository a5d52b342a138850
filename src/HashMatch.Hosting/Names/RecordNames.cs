using HashMatch.Imaging;
using HashMatch.Matching;

namespace HashMatch.Hosting.Names;

/// <summary>The words for closed sets that records, catalogues and metrics share: add, never rename.</summary>
static class RecordNames
{
    internal static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Known => "known",
        Verdict.Repeat => "repeat",
        Verdict.FirstGeneration => "first-generation",
        Verdict.Uncertain => "uncertain",
        Verdict.Suppressed => "suppressed",
        Verdict.Failed => "failed",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, null),
    };

    internal static string Of(ListRole role) => role switch
    {
        ListRole.Known => "known",
        ListRole.Ignore => "ignore",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    internal static string Of(ImageFormat format) => format switch
    {
        ImageFormat.Jpeg => "jpeg",
        ImageFormat.Png => "png",
        ImageFormat.WebP => "webp",
        ImageFormat.Gif => "gif",
        ImageFormat.Tiff => "tiff",
        ImageFormat.Bmp => "bmp",
        ImageFormat.Avif => "avif",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    internal static string Of(ImageErrorCode code) => code switch
    {
        ImageErrorCode.NotFound => "not-found",
        ImageErrorCode.AccessDenied => "access-denied",
        ImageErrorCode.Empty => "empty",
        ImageErrorCode.UnsupportedFormat => "unsupported-format",
        ImageErrorCode.Corrupt => "corrupt",
        ImageErrorCode.Truncated => "truncated",
        ImageErrorCode.TooLarge => "too-large",
        ImageErrorCode.TooSmall => "too-small",
        ImageErrorCode.Timeout => "timeout",
        ImageErrorCode.Io => "io",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, null),
    };
}
