using System.Text;
using FsCheck.Xunit;
using HashMatch.Hashes;

namespace HashMatch.Tests.Hashes;

/// <summary>256-bit values: text, bytes, order, distance.</summary>
public sealed class Hash256Tests
{
    const string Text = "f8f8f0cce0f4a84d0e370a22028f67f0b36e2ed596623e1d33e6b39c4e9c9b22";

    /// <summary>Right length but a wrong digit, or a wrong length.</summary>
    public static TheoryData<string> Malformed =>
    [
        "", "0", Text[1..], Text + "0", " " + Text[1..], Text[..63] + "g", "0x" + Text[2..], Text[..63] + "\n",
        "-" + Text[1..], Text[..63] + "\u0661", Text[..63] + "\uff11", Text[..31] + "\0" + Text[32..], Text[..63] + "\u0130",
    ];

    [Fact]
    public void Text_names_bit_255_first_and_bit_0_last()
    {
        Assert.Equal("8" + new string('0', 63), new Hash256(0, 0, 0, 1UL << 63).ToString());
        Assert.Equal(new string('0', 63) + "1", new Hash256(1, 0, 0, 0).ToString());
        var hash = Hash256.Parse(Text);
        Assert.Equal(0x33e6b39c4e9c9b22UL, hash.W0);
        Assert.Equal(0xb36e2ed596623e1dUL, hash.W1);
        Assert.Equal(0x0e370a22028f67f0UL, hash.W2);
        Assert.Equal(0xf8f8f0cce0f4a84dUL, hash.W3);
    }

    [Property]
    public void Text_and_value_turn_into_each_other(ulong w0, ulong w1, ulong w2, ulong w3)
    {
        var hash = new Hash256(w0, w1, w2, w3);
        var text = hash.ToString();
        Assert.Equal(text.ToLowerInvariant(), text);
        Assert.Equal(text.ToUpperInvariant(), hash.ToString("X", null));
        Assert.Equal(hash, Hash256.Parse(text));
        Assert.Equal(hash, Hash256.Parse(text.ToUpperInvariant()));
        Assert.Equal(hash, Hash256.Parse(Encoding.UTF8.GetBytes(text)));

        Span<char> chars = stackalloc char[70];
        Assert.True(hash.TryFormat(chars, out var charsWritten));
        Assert.Equal(text, chars[..charsWritten]);
        Span<byte> bytes = stackalloc byte[70];
        Assert.True(hash.TryFormat(bytes, out var bytesWritten));
        Assert.Equal(text, Encoding.UTF8.GetString(bytes[..bytesWritten]));
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Malformed_text_is_refused_and_not_repeated(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        Assert.False(Hash256.TryParse(text, out var hash));
        Assert.Equal(default, hash);
        Assert.False(Hash256.TryParse(utf8, out hash));
        Assert.Equal(default, hash);
        Assert.Throws<FormatException>(() => Hash256.Parse(utf8));
        var error = Assert.Throws<FormatException>(() => Hash256.Parse(text));
        Assert.DoesNotContain(Text[10..20], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_formats_are_refused() => Assert.Throws<FormatException>(() => default(Hash256).ToString("d", null));

    [Fact]
    public void A_short_destination_takes_nothing()
    {
        Assert.False(default(Hash256).TryFormat(new char[63], out var written));
        Assert.Equal(0, written);
        Assert.False(default(Hash256).TryFormat(new byte[63], out written));
        Assert.Equal(0, written);
    }

    [Property]
    public void Bytes_stand_in_text_order(ulong w0, ulong w1, ulong w2, ulong w3)
    {
        var hash = new Hash256(w0, w1, w2, w3);
        var bytes = new byte[Hash256.ByteLength];
        hash.CopyTo(bytes);
        Assert.Equal(Convert.FromHexString(hash.ToString()), bytes);
        Assert.Equal(hash, Hash256.FromBytes(bytes));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void Bytes_of_another_length_are_refused(int length) =>
        Assert.Throws<ArgumentException>(() => Hash256.FromBytes(new byte[length]));

    [Fact]
    public void A_destination_below_32_bytes_is_refused() =>
        Assert.Throws<ArgumentException>(() => default(Hash256).CopyTo(new byte[31]));

    [Property]
    public void Order_is_that_of_the_text(ulong w0, ulong w1, ulong w2, ulong w3, byte sharedWords)
    {
        // Sharing the leading words lets the later ones decide.
        var left = new Hash256(w0, w1, w2, w3);
        var right = new Hash256(w1, sharedWords > 64 ? w1 : w2, sharedWords > 128 ? w2 : w3, sharedWords > 192 ? w3 : w0);
        var expected = string.CompareOrdinal(left.ToString(), right.ToString());
        Assert.Equal(Math.Sign(expected), Math.Sign(left.CompareTo(right)));
        Assert.Equal(Math.Sign(-expected), Math.Sign(right.CompareTo(left)));
        Assert.Equal(0, left.CompareTo(left));
    }

    [Property]
    public void Distance_counts_the_differing_bits(ulong w0, ulong w1, ulong w2, ulong w3)
    {
        var left = new Hash256(w0, w1, w2, w3);
        var right = new Hash256(w3, w0, w1, w2);
        Assert.Equal(NaiveDistance(left, right), left.DistanceTo(right));
        Assert.Equal(NaiveDistance(left, right), right.DistanceTo(left));
        Assert.Equal(NaiveDistance(left, default), left.PopCount);
        Assert.Equal(0, left.DistanceTo(left));
        Assert.Equal(256, left.DistanceTo(new Hash256(~w0, ~w1, ~w2, ~w3)));
    }

    [Property]
    public void Equal_words_are_equal_hashes(ulong w0, ulong w1, ulong w2, ulong w3)
    {
        var hash = new Hash256(w0, w1, w2, w3);
        Assert.Equal(hash, new Hash256(w0, w1, w2, w3));
        Assert.Equal(hash.GetHashCode(), new Hash256(w0, w1, w2, w3).GetHashCode());
        Assert.NotEqual(hash, new Hash256(w0 ^ 1, w1, w2, w3));
        Assert.NotEqual(hash, new Hash256(w0, w1 ^ 1, w2, w3));
        Assert.NotEqual(hash, new Hash256(w0, w1, w2 ^ 1, w3));
        Assert.NotEqual(hash, new Hash256(w0, w1, w2, w3 ^ 1));
    }

    [Fact]
    public void Hashes_chosen_to_collide_do_not()
    {
        // A record's own hash code is the exclusive or of the halves: 0 for each of these.
        var codes = Enumerable.Range(0, 10_000).Select(i => ((ulong)i << 32) | (uint)i);

        Assert.InRange(codes.Select(word => new Hash256(word, 0, 0, 0).GetHashCode()).Distinct().Count(), 9_900, 10_000);
        Assert.InRange(codes.Select(word => new Hash64(word).GetHashCode()).Distinct().Count(), 9_900, 10_000);
    }

    [Fact]
    public void Default_is_the_zero_hash()
    {
        Assert.Equal(new string('0', 64), default(Hash256).ToString());
        Assert.Equal(0, default(Hash256).PopCount);
        Assert.Equal(256, Hash256.BitCount);
    }

    static int NaiveDistance(Hash256 left, Hash256 right)
    {
        var (a, b) = (left.ToString(), right.ToString());
        var distance = 0;
        for (var i = 0; i < a.Length; i++)
        {
            for (var differing = Convert.ToInt32(a[i..(i + 1)], 16) ^ Convert.ToInt32(b[i..(i + 1)], 16); differing != 0; differing >>= 1)
            {
                distance += differing & 1;
            }
        }

        return distance;
    }
}
