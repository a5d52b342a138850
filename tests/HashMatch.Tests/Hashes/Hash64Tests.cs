using System.Text;
using FsCheck.Xunit;
using HashMatch.Hashes;

namespace HashMatch.Tests.Hashes;

/// <summary>64-bit values: text, order, distance.</summary>
public sealed class Hash64Tests
{
    const string Text = "0123456789abcdef";

    [Fact]
    public void Text_names_the_highest_bit_first()
    {
        Assert.Equal(0x0123456789abcdefUL, Hash64.Parse(Text).Value);
        Assert.Equal("8000000000000001", new Hash64(0x8000000000000001).ToString());
    }

    [Property]
    public void Text_and_value_turn_into_each_other(ulong value)
    {
        var hash = new Hash64(value);
        var text = hash.ToString();
        Assert.Equal(value.ToString("x16", null), text);
        Assert.Equal(value.ToString("X16", null), hash.ToString("X", null));
        Assert.Equal(hash, Hash64.Parse(text));
        Assert.Equal(hash, Hash64.Parse(text.ToUpperInvariant()));
        Assert.Equal(hash, Hash64.Parse(Encoding.UTF8.GetBytes(text)));

        Span<byte> bytes = stackalloc byte[16];
        Assert.True(hash.TryFormat(bytes, out var written));
        Assert.Equal(text, Encoding.UTF8.GetString(bytes[..written]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcde")]
    [InlineData("0123456789abcdef0")]
    [InlineData("0123456789abcdeg")]
    [InlineData(" 123456789abcdef")]
    [InlineData("0x23456789abcdef")]
    [InlineData("0123456789abcde\uff11")]
    public void Malformed_text_is_refused(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        Assert.False(Hash64.TryParse(text, out var hash));
        Assert.Equal(default, hash);
        Assert.False(Hash64.TryParse(utf8, out _));
        Assert.Throws<FormatException>(() => Hash64.Parse(text));
        Assert.Throws<FormatException>(() => Hash64.Parse(utf8));
    }

    [Property]
    public void Order_is_that_of_the_text(ulong left, ulong right) => Assert.Equal(
        Math.Sign(string.CompareOrdinal(new Hash64(left).ToString(), new Hash64(right).ToString())),
        Math.Sign(new Hash64(left).CompareTo(new Hash64(right))));

    [Property]
    public void Distance_counts_the_differing_bits(ulong left, ulong right)
    {
        var distance = 0;
        for (var bit = 0; bit < 64; bit++)
        {
            distance += ((left >> bit) & 1) == ((right >> bit) & 1) ? 0 : 1;
        }

        Assert.Equal(distance, new Hash64(left).DistanceTo(new Hash64(right)));
        Assert.Equal(distance, new Hash64(left ^ right).PopCount);
        Assert.Equal(64, new Hash64(left).DistanceTo(new Hash64(~left)));
    }

    [Property]
    public void Equal_values_are_equal_hashes(ulong value)
    {
        Assert.Equal(new Hash64(value), new Hash64(value));
        Assert.Equal(new Hash64(value).GetHashCode(), new Hash64(value).GetHashCode());
        Assert.NotEqual(new Hash64(value), new Hash64(value + 1));
    }

    [Fact]
    public void Default_is_the_zero_hash()
    {
        Assert.Equal("0000000000000000", default(Hash64).ToString());
        Assert.Equal(64, Hash64.BitCount);
    }
}
