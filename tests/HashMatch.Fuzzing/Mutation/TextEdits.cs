using System.Runtime.InteropServices;
using System.Text;

namespace HashMatch.Fuzzing.Mutation;

/// <summary>Text by its own joints: a number becomes another, a quoted value another kind of value, lines change places.</summary>
static class TextEdits
{
    static readonly string[] s_numbers =
        ["0", "-1", "1", "32", "257", "1.5", "1e5", "1e400", "2147483648", "-2147483649", "9223372036854775808", "00", "+1", "0x10", ""];

    static readonly string[] s_values =
        ["null", "true", "0", "-1", "1e400", "[]", "{}", "\"\"", "\" \"", "[null]", "[[[[]]]]", "{\"a\":{\"a\":[]}}", "\"\\ud800\"", "\"\\u0000\"", "\"\\n\"", ""];

    internal static void ChangeNumber(List<byte> bytes, Random random)
    {
        var span = CollectionsMarshal.AsSpan(bytes);
        var from = span.Length == 0 ? 0 : random.Next(span.Length);
        var start = span[from..].IndexOfAnyInRange((byte)'0', (byte)'9');
        if (start >= 0)
        {
            var length = span[(from + start)..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            Replace(bytes, from + start, length < 0 ? span.Length - from - start : length, s_numbers[random.Next(s_numbers.Length)]);
        }
    }

    /// <summary>Changes what stands between two quotes, with them or without; or what follows a colon up to a comma.</summary>
    internal static void ChangeValue(List<byte> bytes, Random random)
    {
        var span = CollectionsMarshal.AsSpan(bytes);
        var from = span.Length == 0 ? 0 : random.Next(span.Length);
        var start = span[from..].IndexOf((byte)'"');
        var length = start < 0 ? -1 : span[(from + start + 1)..].IndexOf((byte)'"');
        if (length >= 0)
        {
            Replace(bytes, from + start, length + 2, s_values[random.Next(s_values.Length)]);
        }
    }

    /// <summary>Takes a line out, doubles it, or puts it elsewhere.</summary>
    internal static void ChangeLines(List<byte> bytes, Random random)
    {
        var span = CollectionsMarshal.AsSpan(bytes);
        var from = span.Length == 0 ? 0 : random.Next(span.Length);
        var start = span[..from].LastIndexOf((byte)'\n') + 1;
        var length = span[start..].IndexOf((byte)'\n');
        var line = bytes.GetRange(start, length < 0 ? span.Length - start : length + 1);
        if (random.Next(3) > 0)
        {
            bytes.RemoveRange(start, line.Count);
        }

        if (random.Next(3) > 0 && bytes.Count > 0)
        {
            var place = CollectionsMarshal.AsSpan(bytes)[..random.Next(bytes.Count)].LastIndexOf((byte)'\n') + 1;
            bytes.InsertRange(place, line);
        }
    }

    static void Replace(List<byte> bytes, int at, int length, string text)
    {
        bytes.RemoveRange(at, length);
        bytes.InsertRange(at, Encoding.UTF8.GetBytes(text));
    }
}
