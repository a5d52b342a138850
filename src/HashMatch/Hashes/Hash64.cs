using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace HashMatch.Hashes;

/// <summary>A 64-bit perceptual hash: a plain 8-byte value.</summary>
/// <param name="Value">All 64 bits; bit <c>k</c> of the hash has weight 2^k.</param>
/// <remarks>
/// Text is 16 hexadecimal digits, most significant first: lower case when written, either case when read.
/// Order is that of the text. <c>default</c> is the all-zero hash and valid.
/// </remarks>
public readonly record struct Hash64(ulong Value) : IHash<Hash64>
{
    /// <summary>The number of hexadecimal digits of the text form.</summary>
    public const int TextLength = HexText.WordLength;

    /// <inheritdoc/>
    public static int BitCount => 64;

    /// <summary>The number of one bits, 0..64.</summary>
    public int PopCount => BitOperations.PopCount(Value);

    /// <inheritdoc/>
    public int DistanceTo(Hash64 other) => BitOperations.PopCount(Value ^ other.Value);

    /// <inheritdoc/>
    public int CompareTo(Hash64 other) => Value.CompareTo(other.Value);

    /// <summary>A number that differs from process to process, for the reason <see cref="Hash256.GetHashCode"/> has.</summary>
    public override int GetHashCode() => HashCode.Combine((uint)Value, (uint)(Value >> 32));

    /// <summary>Reads exactly 16 hexadecimal digits.</summary>
    /// <exception cref="FormatException">The text is anything else. The message does not repeat it.</exception>
    public static Hash64 Parse(ReadOnlySpan<char> text) => TryParse(text, out var hash) ? hash : throw Malformed();

    /// <inheritdoc cref="Parse(ReadOnlySpan{char})"/>
    public static Hash64 Parse(ReadOnlySpan<byte> utf8Text) =>
        TryParse(utf8Text, out var hash) ? hash : throw Malformed();

    /// <summary>Reads exactly 16 hexadecimal digits; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Hash64 hash)
    {
        var ok = HexText.TryParseWord(text, out var value);
        hash = new Hash64(value);
        return ok;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out Hash64)"/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out Hash64 hash)
    {
        var ok = HexText.TryParseWord(utf8Text, out var value);
        hash = new Hash64(value);
        return ok;
    }

    /// <summary>16 lower-case hexadecimal digits.</summary>
    public override string ToString() => ToString(null, null);

    /// <summary>16 hexadecimal digits: format "x" (or none) in lower case, "X" in upper case.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        var upperCase = HexText.IsUpperCase(format);
        return string.Create(TextLength, (Value, upperCase), static (destination, state) =>
            HexText.FormatWord(state.Value, destination, state.upperCase));
    }

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null) => TryFormatCore(destination, out charsWritten, format);

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null) => TryFormatCore(utf8Destination, out bytesWritten, format);

    static Hash64 IParsable<Hash64>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Hash64>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider,
        out Hash64 result) => TryParse(s, out result);

    static Hash64 ISpanParsable<Hash64>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool ISpanParsable<Hash64>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider,
        out Hash64 result) => TryParse(s, out result);

    static Hash64 IUtf8SpanParsable<Hash64>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        Parse(utf8Text);

    static bool IUtf8SpanParsable<Hash64>.TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider,
        out Hash64 result) => TryParse(utf8Text, out result);

    bool TryFormatCore<TChar>(Span<TChar> destination, out int written, ReadOnlySpan<char> format)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        var upperCase = HexText.IsUpperCase(format);
        if (destination.Length < TextLength)
        {
            written = 0;
            return false;
        }

        HexText.FormatWord(Value, destination[..TextLength], upperCase);
        written = TextLength;
        return true;
    }

    static FormatException Malformed() => new("A 64-bit hash is exactly 16 hexadecimal digits.");
}
