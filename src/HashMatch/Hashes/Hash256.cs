using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace HashMatch.Hashes;

/// <summary>A 256-bit perceptual hash, such as PDQ's: a plain 32-byte value.</summary>
/// <param name="W0">Bits 0..63; bit <c>k</c> of the hash has weight 2^k.</param>
/// <param name="W1">Bits 64..127.</param>
/// <param name="W2">Bits 128..191.</param>
/// <param name="W3">Bits 192..255, the first digits of the text.</param>
/// <remarks>
/// Text is 64 hexadecimal digits, most significant first, as PDQ's tools exchange it: lower case when written, either
/// case when read. Order is that of the text. <c>default</c> is the all-zero hash and valid.
/// </remarks>
public readonly record struct Hash256(ulong W0, ulong W1, ulong W2, ulong W3) : IHash<Hash256>
{
    /// <summary>The number of hexadecimal digits of the text form.</summary>
    public const int TextLength = 4 * HexText.WordLength;

    /// <summary>The number of bytes of the binary form.</summary>
    public const int ByteLength = 32;

    /// <inheritdoc/>
    public static int BitCount => 256;

    /// <summary>The number of one bits, 0..256.</summary>
    public int PopCount => BitOperations.PopCount(W0) + BitOperations.PopCount(W1) +
        BitOperations.PopCount(W2) + BitOperations.PopCount(W3);

    /// <inheritdoc/>
    public int DistanceTo(Hash256 other) =>
        BitOperations.PopCount(W0 ^ other.W0) + BitOperations.PopCount(W1 ^ other.W1) +
        BitOperations.PopCount(W2 ^ other.W2) + BitOperations.PopCount(W3 ^ other.W3);

    /// <inheritdoc/>
    public int CompareTo(Hash256 other)
    {
        if (W3 != other.W3)
        {
            return W3.CompareTo(other.W3);
        }

        if (W2 != other.W2)
        {
            return W2.CompareTo(other.W2);
        }

        return W1 != other.W1 ? W1.CompareTo(other.W1) : W0.CompareTo(other.W0);
    }

    /// <summary>A number that differs from process to process.</summary>
    public override int GetHashCode() =>
        // Seeded, unlike a record's own: who chooses hashes, as members of an exchange do, must not fill a table against itself.
        // By halves, since a word is folded before it is mixed.
        HashCode.Combine((uint)W0, (uint)(W0 >> 32), (uint)W1, (uint)(W1 >> 32), (uint)W2, (uint)(W2 >> 32), (uint)W3, (uint)(W3 >> 32));

    /// <summary>The hash whose 32 bytes stand in text order (most significant first).</summary>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is not exactly 32 bytes.</exception>
    public static Hash256 FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != ByteLength)
        {
            throw new ArgumentException("A 256-bit hash is exactly 32 bytes.", nameof(bytes));
        }

        return new Hash256(
            BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]),
            BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]),
            BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
            BinaryPrimitives.ReadUInt64BigEndian(bytes));
    }

    /// <summary>Writes the 32 bytes in text order (most significant first).</summary>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter than 32 bytes.</exception>
    public void CopyTo(Span<byte> destination)
    {
        if (destination.Length < ByteLength)
        {
            throw new ArgumentException("A 256-bit hash needs 32 bytes.", nameof(destination));
        }

        BinaryPrimitives.WriteUInt64BigEndian(destination, W3);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], W2);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], W1);
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], W0);
    }

    /// <summary>Reads exactly 64 hexadecimal digits.</summary>
    /// <exception cref="FormatException">The text is anything else. The message does not repeat it.</exception>
    public static Hash256 Parse(ReadOnlySpan<char> text) => TryParse(text, out var hash) ? hash : throw Malformed();

    /// <inheritdoc cref="Parse(ReadOnlySpan{char})"/>
    public static Hash256 Parse(ReadOnlySpan<byte> utf8Text) =>
        TryParse(utf8Text, out var hash) ? hash : throw Malformed();

    /// <summary>Reads exactly 64 hexadecimal digits; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Hash256 hash) => TryParseCore(text, out hash);

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out Hash256)"/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out Hash256 hash) => TryParseCore(utf8Text, out hash);

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => ToString(null, null);

    /// <summary>64 hexadecimal digits: format "x" (or none) in lower case, "X" in upper case.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        var upperCase = HexText.IsUpperCase(format);
        return string.Create(TextLength, (Hash: this, upperCase), static (destination, state) =>
            state.Hash.FormatWords(destination, state.upperCase));
    }

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null) => TryFormatCore(destination, out charsWritten, format);

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null) => TryFormatCore(utf8Destination, out bytesWritten, format);

    static Hash256 IParsable<Hash256>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Hash256>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider,
        out Hash256 result) => TryParse(s, out result);

    static Hash256 ISpanParsable<Hash256>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool ISpanParsable<Hash256>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider,
        out Hash256 result) => TryParse(s, out result);

    static Hash256 IUtf8SpanParsable<Hash256>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        Parse(utf8Text);

    static bool IUtf8SpanParsable<Hash256>.TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider,
        out Hash256 result) => TryParse(utf8Text, out result);

    static bool TryParseCore<TChar>(ReadOnlySpan<TChar> text, out Hash256 hash)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        if (text.Length == TextLength &&
            HexText.TryParseWord(text[..16], out var w3) &&
            HexText.TryParseWord(text[16..32], out var w2) &&
            HexText.TryParseWord(text[32..48], out var w1) &&
            HexText.TryParseWord(text[48..], out var w0))
        {
            hash = new Hash256(w0, w1, w2, w3);
            return true;
        }

        hash = default;
        return false;
    }

    bool TryFormatCore<TChar>(Span<TChar> destination, out int written, ReadOnlySpan<char> format)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        var upperCase = HexText.IsUpperCase(format);
        if (destination.Length < TextLength)
        {
            written = 0;
            return false;
        }

        FormatWords(destination[..TextLength], upperCase);
        written = TextLength;
        return true;
    }

    void FormatWords<TChar>(Span<TChar> destination, bool upperCase)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        HexText.FormatWord(W3, destination[..16], upperCase);
        HexText.FormatWord(W2, destination[16..32], upperCase);
        HexText.FormatWord(W1, destination[32..48], upperCase);
        HexText.FormatWord(W0, destination[48..], upperCase);
    }

    static FormatException Malformed() => new("A 256-bit hash is exactly 64 hexadecimal digits.");
}
