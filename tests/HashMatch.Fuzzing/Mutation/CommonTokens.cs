using System.Text;

namespace HashMatch.Fuzzing.Mutation;

/// <summary>Text that every format may meet: ends, marks, odd characters, numbers out of any range, depth.</summary>
static class CommonTokens
{
    internal static IReadOnlyList<byte[]> All { get; } =
    [
        [0], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x1F, 0x8B],
        .. Texts(
            "\uFEFF", "\r\n", "\n", "\r", "\n\n", "\u2028", "\u0085", "\u00A0", "\u202E", "\uFFFD", "\U0001F600", "\u0130", "e\u0301", "\t", " ",
            "\\ud800", "\\udc00", "\\u0000", "\\uD83D\\uDE00", "\\x", "\\", "\"", "'", "''", "\"\"", ",", ";", ":", "=", "#", "*", "//", "/*", "*/",
            "{", "}", "[", "]", "{}", "[]", "[{}]", "{\"\":{}}", "null", "true", "false", "\"\"", "\"x\"", "NaN", "Infinity",
            "0", "-0", "-1", "1.5", "1e400", "1e-400", "255", "256", "257", "65535", "65536", "2147483647", "2147483648", "4294967296",
            "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551616", new string('9', 400),
            new string('[', 200), new string('{', 200), string.Concat(Enumerable.Repeat("{\"a\":", 70)), string.Concat(Enumerable.Repeat("<a>", 300)),
            "0000-00-00T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "2024-02-30", "2024-03-01T10:00:00+14:00", "2024-12-31T23:59:60Z", "-1e9", "1709290000",
            new string('f', 64), new string('0', 64), new string('a', 63), new string('F', 40), new string('b', 32), new string('8', 16)),
    ];

    internal static IEnumerable<byte[]> Texts(params string[] texts) => texts.Select(Encoding.UTF8.GetBytes);
}
