using HashMatch.Catalog;
using HashMatch.Catalog.Triage;
using HashMatch.Hashers;
using HashMatch.Hosting.Pipeline;
using HashMatch.Imaging;
using HashMatch.Lists;
using HashMatch.Matching;
using HashMatch.Matching.Conflicts;
using HashMatch.Matching.Opaque;
using HashMatch.Triage;

namespace HashMatch.Cli;

/// <summary>The words of the record contract for our closed sets: add, never rename.</summary>
static class WireNames
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

    internal static string Of(ListRole role) => RecordNames.Of(role);

    internal static string Of(ListConflictKind kind) => kind switch
    {
        ListConflictKind.Role => "role",
        ListConflictKind.Label => "label",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    internal static string Of(DistanceBand band) => band switch
    {
        DistanceBand.Exact => "exact",
        DistanceBand.Close => "close",
        DistanceBand.Near => "near",
        _ => throw new ArgumentOutOfRangeException(nameof(band), band, null),
    };

    internal static string Of(FeedbackAction action) => action switch
    {
        FeedbackAction.Confirm => "confirm",
        FeedbackAction.Reject => "reject",
        FeedbackAction.Veto => "veto",
        FeedbackAction.Release => "release",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    internal static string Of(ReportChange change) => change switch
    {
        ReportChange.Added => "added",
        ReportChange.Changed => "changed",
        ReportChange.Redecided => "redecided",
        ReportChange.Unchanged => "unchanged",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, null),
    };

    internal static string Of(CaseStatus status) => status switch
    {
        CaseStatus.Open => "open",
        CaseStatus.Returned => "returned",
        CaseStatus.Closed => "closed",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    internal static string Of(ListFormat format) => format switch
    {
        ListFormat.Auto => "auto",
        ListFormat.Text => "text",
        ListFormat.JsonLines => "jsonl",
        ListFormat.Vics => "vics",
        ListFormat.HashSharing => "hash-sharing",
        ListFormat.StopNcii => "stopncii",
        ListFormat.NsrlText => "nsrl-text",
        ListFormat.NsrlDatabase => "nsrl",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    internal static string Of(ListExportFormat format) => format switch
    {
        ListExportFormat.JsonLines => "jsonl",
        ListExportFormat.Csv => "csv",
        ListExportFormat.PdqText => "pdq",
        ListExportFormat.Md5Sums => "md5",
        ListExportFormat.Sha1Sums => "sha1",
        ListExportFormat.Sha256Sums => "sha256",
        ListExportFormat.Vics => "vics",
        ListExportFormat.VicsCases => "vics-cases",
        ListExportFormat.StopNcii => "stopncii",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    internal static string Of(ListPlaceUnit unit) => unit switch
    {
        ListPlaceUnit.Line => "line",
        ListPlaceUnit.Record => "record",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, null),
    };

    internal static string Of(ListChangeKind kind) => kind switch
    {
        ListChangeKind.Added => "added",
        ListChangeKind.Changed => "changed",
        ListChangeKind.Removed => "removed",
        ListChangeKind.Tombstoned => "tombstoned",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
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
