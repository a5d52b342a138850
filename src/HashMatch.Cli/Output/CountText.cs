using System.Globalization;

namespace HashMatch.Cli.Output;

/// <summary>Counts by name in one cell or line: <c>md5 4; pdq 12</c>.</summary>
static class CountText
{
    internal static string Of(IReadOnlyDictionary<string, long> counts) =>
        string.Join("; ", counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key} {count.Value}")));
}
