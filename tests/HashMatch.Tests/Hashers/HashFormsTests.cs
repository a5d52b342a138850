using HashMatch.Hashers;

namespace HashMatch.Tests.Hashers;

public class HashFormsTests
{
    static readonly PdqResult s_possible = new(default, 100) { UndecidedBits = 256 };

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(101, 0)]
    [InlineData(90, -1)]
    [InlineData(90, 257)]
    public void What_no_hasher_makes_is_refused_in_every_form(int quality, int undecided)
    {
        PdqResult impossible = new(default, quality) { UndecidedBits = undecided };

        Assert.Throws<ArgumentException>(() => new HashForms(impossible));
        Assert.Throws<ArgumentException>(() => new HashForms(s_possible, null, new TrimmedHash(BorderKind.Border, impossible, null)));
        Assert.Throws<ArgumentException>(() => new HashForms(s_possible, null, null, new TrimmedHash(BorderKind.Content, impossible, null)));
    }

    [Theory]
    [InlineData(BorderKind.None)]
    [InlineData(BorderKind.Content)]
    [InlineData((BorderKind)9)]
    public void A_picture_without_its_border_has_one_of_the_borders(BorderKind border) =>
        Assert.Throws<ArgumentException>(() => new HashForms(s_possible, null, new TrimmedHash(border, s_possible, null)));

    [Theory]
    [InlineData(BorderKind.Letterbox)]
    [InlineData(BorderKind.Pillarbox)]
    [InlineData(BorderKind.Border)]
    public void A_picture_trimmed_to_its_content_has_none_of_them(BorderKind border)
    {
        TrimmedHash trimmed = new(border, s_possible, null);

        Assert.Throws<ArgumentException>(() => new HashForms(s_possible, null, null, trimmed));
        Assert.Equal(2, new HashForms(s_possible, null, trimmed).All.Length);
    }
}
