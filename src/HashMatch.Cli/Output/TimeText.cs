using System.Globalization;

namespace HashMatch.Cli.Output;

/// <summary>Times in records: UTC, to the millisecond, sortable as text.</summary>
static class TimeText
{
    internal static string Of(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
