using System.Text;
using HashMatch.Hashes;
using HashMatch.Triage.Reports;

namespace HashMatch.Catalog.Triage;

/// <summary>The places of reports and their items, as a catalogue names them: <c>report://SOURCE/ID</c> and <c>report://SOURCE/ID#ITEM</c>.</summary>
/// <remarks>
/// An item is named by its path, or else by a digest over its hashes, never by its position: a report that comes again in
/// another order holds the same items. Of equal ones in one report the second ends in <c>+2</c>.
/// </remarks>
public static class ReportPlace
{
    /// <summary>How the place of every report and of its items begins.</summary>
    public const string Prefix = "report://";

    /// <summary>Whether a place is that of a report or of an item of one.</summary>
    /// <param name="place">The place.</param>
    public static bool IsReported(string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return place.StartsWith(Prefix, StringComparison.Ordinal);
    }

    /// <summary>The place of a report.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="source">The system it comes from, or null if it names none.</param>
    public static string Of(string id, string? source) => $"{Prefix}{Uri.EscapeDataString(source ?? "")}/{Uri.EscapeDataString(id)}";

    /// <summary>The places of a report's items, in their order; null for an item that names neither file nor hash.</summary>
    /// <param name="report">The report.</param>
    internal static IReadOnlyList<string?> OfItems(Report report)
    {
        var place = Of(report.Id, report.Source);
        Dictionary<string, int> met = new(StringComparer.Ordinal);
        return [.. report.Items.Select(item => NameOf(item) is { } name ? $"{place}#{Once(name, met)}" : null)];
    }

    /// <summary>What an item that is told of by hashes says of itself: equal for equal hashes.</summary>
    internal static ContentDigest DescriptionOf(ReportItem item)
    {
        StringBuilder text = new(item.Pdq?.ToString());
        text.Append('/').Append(item.Pdq is null ? 0 : item.Quality ?? 100);
        foreach (var digest in item.Digests.OrderBy(digest => digest.Kind))
        {
            text.Append('/').Append(ContentDigest.NameOf(digest.Kind)).Append('=').Append(digest.ToString());
        }

        return ContentDigest.Compute(DigestKind.XxHash128, Encoding.UTF8.GetBytes(text.ToString()));
    }

    static string? NameOf(ReportItem item) => item.Path is { } path ? Uri.EscapeDataString(path)
        : item.Pdq is not null || item.Digests.Count > 0 ? DescriptionOf(item).ToString()
        : null;

    static string Once(string name, Dictionary<string, int> met)
    {
        var count = met[name] = met.GetValueOrDefault(name) + 1;
        return count == 1 ? name : $"{name}+{count}";
    }
}
