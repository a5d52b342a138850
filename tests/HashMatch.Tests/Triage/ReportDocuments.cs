namespace HashMatch.Tests.Triage;

/// <summary>Reports that are valid and such as are not: reader and schema must say the same of each.</summary>
static class ReportDocuments
{
    internal const string Least = """{"id":"r-1","incidentType":"type-a","incidentTime":"2026-01-31T08:30:00Z"}""";

    internal static string Full { get; } = $$"""
        {"schema":"hashmatch/report@1","id":"r-1","source":"system-1","jurisdiction":"J-1","submitter":"s-1","incidentType":"type-a",
         "incidentTime":"2026-01-31T08:30:00.25+14:00","receivedTime":"2026-02-01T00:00:00Z","escalated":true,"accounts":["a-1","a-2"],"extra":{"deep":[1,null]},
         "items":[{"id":"f-1","path":"a/b.jpg","pdq":"{{new string('a', 64)}}","quality":100,"md5":"{{new string('B', 32)}}","sha1":"{{new string('c', 40)}}",
         "sha256":"{{new string('d', 64)}}","xxh128":"{{new string('e', 32)}}","captureTime":"2025-12-31T23:59:59-03:30","place":"place-1","device":"device-1",
         "annotations":["A","potential-meme"],"viewedByReporter":false,"relevance":"supplemental","more":1.50},{}]}
        """.ReplaceLineEndings("");

    internal static string[] Valid { get; } =
    [
        Least,
        Full,
        With("source", "null"), With("escalated", "null"), With("items", "null"), With("accounts", "[]"), With("schema", "null"),
        With("anything", "{\"a\":[true]}"), With("items", "[{\"pdq\":null,\"relevance\":\"other\",\"x\":null}]"),
        With("receivedTime", "\"1970-01-01T00:00:00Z\""), With("receivedTime", "\"2999-12-31T23:59:59.9999999Z\""),
        With("source", $"\"{new string('a', 512)}\""), With("items", "[{\"quality\":0},{\"quality\":100}]"),
    ];

    internal static (string Document, string Path)[] Invalid { get; } =
    [
        ("[]", "$"), ("1", "$"), ("null", "$"), ("\"text\"", "$"),
        (Least.Replace("\"id\":\"r-1\",", "", StringComparison.Ordinal), "$.id"),
        (Least.Replace("\"r-1\"", "null", StringComparison.Ordinal), "$.id"), (Least.Replace("\"r-1\"", "\"\"", StringComparison.Ordinal), "$.id"),
        (Least.Replace("\"r-1\"", "7", StringComparison.Ordinal), "$.id"), (Least.Replace("r-1", Astral(513), StringComparison.Ordinal), "$.id"),
        (Least.Replace("\"type-a\"", "[]", StringComparison.Ordinal), "$.incidentType"),
        (Least.Replace("2026-01-31T08:30:00Z", "yesterday", StringComparison.Ordinal), "$.incidentTime"),
        (Least.Replace("08:30:00Z", "08:30:00", StringComparison.Ordinal), "$.incidentTime"),
        (Least.Replace("08:30:00Z", "24:00:00Z", StringComparison.Ordinal), "$.incidentTime"),
        (Least.Replace("08:30:00Z", "08:30:00.12345678Z", StringComparison.Ordinal), "$.incidentTime"),
        (Least.Replace("08:30:00Z", "08:30:00+14:30", StringComparison.Ordinal), "$.incidentTime"),
        (Least.Replace("2026-01", "2026-13", StringComparison.Ordinal), "$.incidentTime"),
        (Least.Replace("2026", "1969", StringComparison.Ordinal), "$.incidentTime"), (Least.Replace("2026", "3000", StringComparison.Ordinal), "$.incidentTime"),
        (Least.Replace("2026-01-31T08", " 2026-01-31T08", StringComparison.Ordinal), "$.incidentTime"),
        (With("schema", "\"hashmatch/report@2\""), "$.schema"), (With("escalated", "\"true\""), "$.escalated"), (With("escalated", "1"), "$.escalated"),
        (With("source", "{}"), "$.source"), (With("receivedTime", "1750000000"), "$.receivedTime"), (With("accounts", "\"a-1\""), "$.accounts"),
        (With("accounts", "[\"a-1\",null]"), "$.accounts[1]"), (With("accounts", "[\"\"]"), "$.accounts[0]"), (With("items", "{}"), "$.items"),
        (With("accounts", $"[{string.Join(',', Enumerable.Repeat("\"a\"", 1_001))}]"), "$.accounts"),
        (With("items", $"[{string.Join(',', Enumerable.Repeat("{}", 10_001))}]"), "$.items"),
        (With("items", "[{},1]"), "$.items[1]"), (With("items", "[null]"), "$.items[0]"),
        (With("items", $"[{{\"pdq\":\"{new string('a', 63)}\"}}]"), "$.items[0].pdq"), (With("items", $"[{{\"pdq\":\"{new string('g', 64)}\"}}]"), "$.items[0].pdq"),
        (With("items", "[{\"pdq\":7}]"), "$.items[0].pdq"), (With("items", "[{},{\"md5\":\"\"}]"), "$.items[1].md5"),
        (With("items", $"[{{\"sha1\":\"{new string('a', 64)}\"}}]"), "$.items[0].sha1"), (With("items", "[{\"sha256\":[]}]"), "$.items[0].sha256"),
        (With("items", "[{\"xxh128\":true}]"), "$.items[0].xxh128"), (With("items", "[{\"quality\":101}]"), "$.items[0].quality"),
        (With("items", "[{\"quality\":-1}]"), "$.items[0].quality"), (With("items", "[{\"quality\":0.5}]"), "$.items[0].quality"),
        (With("items", "[{\"captureTime\":\"\"}]"), "$.items[0].captureTime"), (With("items", "[{\"place\":[]}]"), "$.items[0].place"),
        (With("items", "[{\"annotations\":[1]}]"), "$.items[0].annotations[0]"), (With("items", "[{\"viewedByReporter\":0}]"), "$.items[0].viewedByReporter"),
        (With("items", "[{\"relevance\":1}]"), "$.items[0].relevance"), (With("items", $"[{{\"path\":\"{new string('a', 4_097)}\"}}]"), "$.items[0].path"),
    ];

    internal static string With(string name, string value) => Least[..^1] + $",\"{name}\":{value}}}";

    /// <summary>So many code points, each two characters of a string.</summary>
    internal static string Astral(int count) => string.Concat(Enumerable.Repeat("\U0001F600", count));
}
