using System.Text.Json;

namespace HashMatch.Catalog.Internals;

/// <summary>The names of closed sets in records: <c>first-generation</c>, <c>review-band</c>.</summary>
static class Words
{
    internal static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
