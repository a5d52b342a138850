using System.Text.Json;

namespace HashMatch.Catalog.Internals;

/// <summary>The names of closed sets in records: <c>first-generation</c>, <c>review-band</c>.</summary>
static class Words
{
    internal static string Of<T>(T value)
        where T : struct, Enum => Set<T>.Words[value];

    /// <summary>The value of that name; null if it is none of the set's.</summary>
    internal static T? Find<T>(string word)
        where T : struct, Enum => Set<T>.Values.TryGetValue(word, out var value) ? value : null;

    static class Set<T>
        where T : struct, Enum
    {
        internal static Dictionary<T, string> Words { get; } =
            Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

        internal static Dictionary<string, T> Values { get; } = Words.ToDictionary(word => word.Value, word => word.Key, StringComparer.Ordinal);
    }
}
