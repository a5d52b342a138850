using HashMatch.Hashers;
using HashMatch.Hosting.Names;
using HashMatch.Imaging;
using HashMatch.Matching;
using HashMatch.Matching.Opaque;

namespace HashMatch.Cli;

/// <summary>The words of the record contract for our closed sets: add, never rename.</summary>
static partial class WireNames
{
    internal static string Of(Verdict verdict) => RecordNames.Of(verdict);

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
        UncertainReason.RegionMatch => "region-match",
        UncertainReason.Quarantined => "quarantined",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    internal static string Of(DistanceBand band) => band switch
    {
        DistanceBand.Exact => "exact",
        DistanceBand.Close => "close",
        DistanceBand.Near => "near",
        _ => throw new ArgumentOutOfRangeException(nameof(band), band, null),
    };

    internal static string Of(HashKind kind) => kind switch
    {
        HashKind.Pdq => "pdq",
        HashKind.Dct => "phash",
        HashKind.Difference => "dhash",
        HashKind.Average => "ahash",
        HashKind.Block => "blockhash",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The words for the altered copies that are looked for.</summary>
    internal static IReadOnlyDictionary<string, FormKinds> Forms { get; } = new OrderedDictionary<string, FormKinds>
    {
        ["all"] = FormKinds.All,
        ["none"] = FormKinds.None,
        ["dihedral"] = FormKinds.Dihedral,
        ["trim"] = FormKinds.Trimmed,
    };

    internal static string Of(FormKinds forms) => Forms.First(named => named.Value == forms).Key;

    internal static string Of(DihedralTransform transform) => PictureTransform.NameOf(transform);

    internal static string Of(PictureTransform transform) => transform.Name;

    /// <summary>What was done to the later of two pictures that match.</summary>
    internal static string TransformOf(FirstSighting first) => first.Agreement is null ? Of(first.Transform) : "region";

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

    internal static string Of(ImageFormat format) => RecordNames.Of(format);

    internal static string Of(ImageErrorCode code) => RecordNames.Of(code);

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
