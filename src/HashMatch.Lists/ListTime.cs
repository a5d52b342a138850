using System.Globalization;

namespace HashMatch.Lists;

/// <summary>Times as lists give them: ISO 8601, or seconds since 1970.</summary>
static class ListTime
{
    /// <summary>True if both can be read and the first is later.</summary>
    internal static bool IsLater(string? time, string? other) => IsLater(Read(time), Read(other));

    /// <summary>True if both are known and the first is later.</summary>
    internal static bool IsLater(DateTimeOffset? time, DateTimeOffset? other) => time > other;

    /// <summary>The moment a text stands for, or null.</summary>
    internal static DateTimeOffset? Read(string? text)
    {
        const long MostSeconds = 253_402_300_799;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? seconds <= MostSeconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }
}
