using HashMatch.Hosting.Names;
using HashMatch.Lists;
using HashMatch.Matching;
using HashMatch.Matching.Conflicts;

namespace HashMatch.Cli;

static partial class WireNames
{
    internal static string Of(ListRole role) => RecordNames.Of(role);

    internal static string Of(ListConflictKind kind) => kind switch
    {
        ListConflictKind.Role => "role",
        ListConflictKind.Label => "label",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
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
}
