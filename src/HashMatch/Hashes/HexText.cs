using System.Globalization;
using System.Numerics;

namespace HashMatch.Hashes;

/// <summary>Fixed-width hexadecimal text of 64-bit words, for UTF-16 and UTF-8 alike.</summary>
static class HexText
{
    /// <summary>Hexadecimal digits of one 64-bit word.</summary>
    internal const int WordLength = 16;

    /// <summary>Reads exactly 16 digits, either case; anything else is refused.</summary>
    internal static bool TryParseWord<TChar>(ReadOnlySpan<TChar> text, out ulong word)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        word = 0;
        if (text.Length != WordLength)
        {
            return false;
        }

        foreach (var digit in text)
        {
            // char and byte both widen without loss, so one switch serves both encodings.
            var value = int.CreateTruncating(digit) switch
            {
                >= '0' and <= '9' and var c => c - '0',
                >= 'a' and <= 'f' and var c => c - 'a' + 10,
                >= 'A' and <= 'F' and var c => c - 'A' + 10,
                _ => -1,
            };
            if (value < 0)
            {
                word = 0;
                return false;
            }

            word = (word << 4) | (uint)value;
        }

        return true;
    }

    /// <summary>Writes 16 digits, most significant first. The caller has checked the length.</summary>
    internal static void FormatWord<TChar>(ulong word, Span<TChar> destination, bool upperCase)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        var letters = (upperCase ? 'A' : 'a') - 10;
        for (var i = WordLength - 1; i >= 0; i--)
        {
            var nibble = (int)(word & 0xF);
            destination[i] = TChar.CreateTruncating(nibble < 10 ? '0' + nibble : letters + nibble);
            word >>= 4;
        }
    }

    /// <summary>True for "X", false for "x" or nothing; any other format is an error.</summary>
    internal static bool IsUpperCase(ReadOnlySpan<char> format) => format switch
    {
        "" or "x" => false,
        "X" => true,
        _ => throw new FormatException(
            string.Create(CultureInfo.InvariantCulture, $"'{format}' is not a hash format: use \"x\" or \"X\".")),
    };
}
