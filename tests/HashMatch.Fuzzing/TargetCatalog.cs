using HashMatch.Fuzzing.Targets;
using HashMatch.Lists;

namespace HashMatch.Fuzzing;

/// <summary>All targets, by name.</summary>
static class TargetCatalog
{
    static readonly Dictionary<string, Func<FuzzTarget>> s_targets = new()
    {
        ["hash-text"] = () => new HashTextTarget(),
        ["list-text"] = () => new ListTarget("list-text", ListFormat.Text),
        ["list-jsonl"] = () => new ListTarget("list-jsonl", ListFormat.JsonLines),
        ["list-vics"] = () => new ListTarget("list-vics", ListFormat.Vics),
        ["list-hash-sharing"] = () => new ListTarget("list-hash-sharing", ListFormat.HashSharing),
        ["list-stopncii"] = () => new ListTarget("list-stopncii", ListFormat.StopNcii),
        ["list-nsrl"] = () => new ListTarget("list-nsrl", ListFormat.NsrlText),
        ["list-nsrl-database"] = () => new NsrlDatabaseTarget(),
        ["list-any"] = () => new ListTarget("list-any", ListFormat.Auto),
        ["list-update"] = () => new ListUpdateTarget(),
        ["list-cache"] = () => new ListCacheTarget(),
        ["list-snapshot"] = () => new ListSnapshotTarget(),
        ["index-snapshot"] = () => new IndexSnapshotTarget(),
        ["catalog"] = () => new CatalogTarget(),
        ["catalog-snapshot"] = () => new CatalogSnapshotTarget(),
        ["reports"] = () => new ReportTarget(),
        ["follow-ups"] = () => new FollowUpTarget(),
        ["triage-rules"] = () => new RulesTarget(),
        ["hash-records"] = () => new HashRecordTarget(),
        ["feedback"] = () => new FeedbackTarget(),
        ["image-headers"] = () => new ImageHeaderTarget(),
        ["bitmaps"] = () => new BitmapTarget(),
        ["images"] = () => new ImageTarget(),
    };

    /// <summary>Every parser's target; <see cref="SelfCheckTarget"/> is none.</summary>
    internal static IReadOnlyList<string> Names { get; } = [.. s_targets.Keys];

    internal static FuzzTarget Find(string name) =>
        name == "self-check" ? new SelfCheckTarget(mayDie: true)
        : s_targets.TryGetValue(name, out var make) ? make()
        : throw new ArgumentException($"There is no target '{name}': {string.Join(' ', Names)}.", nameof(name));
}
