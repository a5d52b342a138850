using HashMatch.Catalog.Internals;
using HashMatch.Hashers;
using HashMatch.Matching;

namespace HashMatch.Catalog.Tests;

/// <summary>What was done to two pictures comes back from its number, and old numbers mean what they did.</summary>
public sealed class FormNumbersTests
{
    [Fact]
    public void Every_pair_comes_back_and_has_a_number_of_its_own()
    {
        HashSet<long> numbers = [];
        foreach (var first in Enum.GetValues<BorderKind>())
        {
            foreach (var own in Enum.GetValues<BorderKind>())
            {
                foreach (var turned in Enum.GetValues<DihedralTransform>())
                {
                    FirstSighting sighting = new("a", 3, new PictureTransform(own, turned), first);
                    var number = FormNumbers.Of(sighting);

                    Assert.True(numbers.Add(number));
                    Assert.InRange(number, 0, FormNumbers.Most);
                    Assert.Equal(sighting, FormNumbers.Read("a", 3, number));
                }
            }
        }

        Assert.Equal(FormNumbers.Most + 1, numbers.Count);
    }

    [Theory]
    [InlineData(0, BorderKind.None, BorderKind.None, DihedralTransform.Identity)]
    [InlineData(43, BorderKind.Letterbox, BorderKind.Letterbox, DihedralTransform.Rot270)]
    [InlineData(127, BorderKind.Border, BorderKind.Border, DihedralTransform.Transverse)]
    public void Numbers_of_earlier_versions_stay_as_they_are(long number, BorderKind first, BorderKind own, DihedralTransform turned) =>
        Assert.Equal(new FirstSighting("a", 3, new PictureTransform(own, turned), first), FormNumbers.Read("a", 3, number));
}
