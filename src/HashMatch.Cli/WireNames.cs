using HashMatch.Hashers;
using HashMatch.Imaging;
using HashMatch.Matching;

namespace HashMatch.Cli;

/// <summary>The words of the record contract for our closed sets: add, never rename.</summary>
static class WireNames
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

    internal static string Of(MatchBasis basis) => basis switch
    {
        MatchBasis.Exact => "exact",
        MatchBasis.Near => "near",
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, null),
    };

    internal static string Of(Attention attention) => attention switch
    {
        Attention.Low => "low",
        Attention.Medium => "medium",
        Attention.High => "high",
        _ => throw new ArgumentOutOfRangeException(nameof(attention), attention, null),
    };

    internal static string Of(UncertainReason reason) => reason switch
    {
        UncertainReason.LowQuality => "low-quality",
        UncertainReason.ReviewBand => "review-band",
        UncertainReason.Unbalanced => "unbalanced",
        UncertainReason.Undecided => "undecided",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    internal static string Of(ListRole role) => role switch
    {
        ListRole.Known => "known",
        ListRole.Ignore => "ignore",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    internal static string Of(DihedralTransform transform) => PictureTransform.NameOf(transform);

    internal static string Of(PictureTransform transform) => transform.Name;

    internal static string Of(BorderKind border) => PictureTransform.NameOf(border);

    /// <summary>The border of that name, or null.</summary>
    internal static BorderKind? FindBorder(string? name)
    {
        foreach (var border in (ReadOnlySpan<BorderKind>)[BorderKind.Letterbox, BorderKind.Pillarbox, BorderKind.Border])
        {
            if (Of(border) == name)
            {
                return border;
            }
        }

        return null;
    }

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

    /// <summary>The code of that name, for records read back.</summary>
    internal static ImageErrorCode? FindErrorCode(string? name)
    {
        foreach (var code in Enum.GetValues<ImageErrorCode>())
        {
            if (Of(code) == name)
            {
                return code;
            }
        }

        return null;
    }
}
