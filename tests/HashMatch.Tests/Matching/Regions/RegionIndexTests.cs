using HashMatch.Hashers.Regions;
using HashMatch.Hashes;
using HashMatch.Matching.Regions;
using HashMatch.Tests.Hashers;
using HashMatch.Tests.Hashers.Regions;

namespace HashMatch.Tests.Matching.Regions;

/// <summary>Cut and framed pictures are found where they lie; others are not.</summary>
public sealed class RegionIndexTests
{
    const int Items = 6;

    static readonly RegionHasher s_hasher = new();
    static readonly TestPicture[] s_pictures = [.. Enumerable.Range(0, Items).Select(seed => PaintedPicture.Of(seed))];
    static readonly RegionIndex s_index = IndexOf(s_pictures);

    [Fact]
    public void A_picture_agrees_with_itself_in_all_its_regions()
    {
        for (var id = 0; id < Items; id++)
        {
            var set = s_hasher.Hash(s_pictures[id].View);
            var match = Assert.Single(Search(s_index, set));
            Assert.Equal((id, set.Regions.Count), (match.Id, match.Agreement.Regions));
            Assert.Equal(1f, match.Agreement.Scale, 0.01f);
        }
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.8)]
    [InlineData(0.7)]
    public void A_picture_cut_on_two_sides_is_found_where_it_was_cut(double kept)
    {
        for (var id = 0; id < Items; id++)
        {
            var picture = s_pictures[id];
            var (width, height) = ((int)(kept * picture.Width), (int)(kept * picture.Height));
            var (x, y) = (picture.Width - width, picture.Height - height);
            var match = Assert.Single(Search(s_index, s_hasher.Hash(PaintedPicture.Cut(picture, x, y, width, height).View)));
            AssertPlaced(id, -x, -y, match);
        }
    }

    [Fact]
    public void A_picture_inside_a_page_is_found_where_it_lies()
    {
        for (var id = 0; id < Items; id++)
        {
            var page = PaintedPicture.Frame(s_pictures[id], 150, 90, 800, 600);
            AssertPlaced(id, 150, 90, Assert.Single(Search(s_index, s_hasher.Hash(page.View))));
        }
    }

    [Fact]
    public void Other_pictures_are_not_found()
    {
        for (var seed = Items; seed < 3 * Items; seed++)
        {
            Assert.Empty(Search(s_index, s_hasher.Hash(PaintedPicture.Of(seed).View)));
        }
    }

    [Fact]
    public void An_empty_query_finds_nothing_and_an_empty_item_is_never_found()
    {
        var index = new RegionIndex();
        index.Add(1, new RegionSet(5, 5, []));
        Assert.Equal((1, 0), (index.Count, index.RegionCount));
        Assert.Empty(Search(index, new RegionSet(5, 5, [])));
        Assert.Empty(Search(index, s_hasher.Hash(s_pictures[0].View)));
    }

    [Fact]
    public void Values_outside_their_ranges_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RegionIndex(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RegionIndex(Hash256.BitCount + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RegionIndex(leastAgreeing: 1));
        var index = new RegionIndex();
        index.Add(3, new RegionSet(5, 5, []));
        Assert.Throws<ArgumentException>(() => index.Add(3, new RegionSet(5, 5, [])));
    }

    static void AssertPlaced(int id, double x, double y, RegionMatch match)
    {
        Assert.Equal(id, match.Id);
        Assert.Equal(1f, match.Agreement.Scale, 0.03f);
        Assert.Equal(x, match.Agreement.OffsetX, 8.0);
        Assert.Equal(y, match.Agreement.OffsetY, 8.0);
    }

    static RegionIndex IndexOf(TestPicture[] pictures)
    {
        var index = new RegionIndex();
        for (var id = 0; id < pictures.Length; id++)
        {
            index.Add(id, s_hasher.Hash(pictures[id].View));
        }

        return index;
    }

    static List<RegionMatch> Search(RegionIndex index, RegionSet query)
    {
        List<RegionMatch> matches = [];
        index.Search(query, matches);
        return matches;
    }
}
