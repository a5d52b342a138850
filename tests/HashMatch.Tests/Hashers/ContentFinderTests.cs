using FsCheck.Xunit;
using HashMatch.Hashers;
using HashMatch.Matching;

namespace HashMatch.Tests.Hashers;

/// <summary>A picture and its copy come down to the same content, whatever margins either has.</summary>
public sealed class ContentFinderTests
{
    static readonly PdqHasher s_hasher = new();

    [Property(MaxTest = 60)]
    public void A_picture_with_a_plain_margin_is_found_in_a_border_of_another_colour(int seed, byte margin, byte border, bool isDark)
    {
        var (page, frame) = isDark ? ((byte)0, (byte)250) : ((byte)255, (byte)20);
        var picture = Framed(Scene(seed), 5 + (margin % 30), page);
        var copy = Framed(picture, 5 + (border % 30), frame);
        Deduplicator deduplicator = new([]);
        deduplicator.Submit(new Sighting("picture", s_hasher.HashForms(picture.View), 1, []));

        var decision = deduplicator.Submit(new Sighting("copy", s_hasher.HashForms(copy.View), 2, []));

        Assert.Equal((Verdict.Repeat, "picture"), (decision.Verdict, decision.FirstGeneration?.Path));
    }

    [Property(MaxTest = 60)]
    public void Margins_within_a_frame_go_with_it_to_the_pixel(int seed, byte margin, byte border)
    {
        var (inner, outer) = (margin % 30, border % 30);
        var copy = Framed(Framed(Scene(seed), inner, 255), outer, 20);
        var both = inner + outer;

        Assert.Equal(new PictureBorder(both, both, both, both), ContentFinder.Find(copy.View));
    }

    [Fact]
    public void A_border_that_runs_on_into_the_page_is_taken_off_both()
    {
        var picture = Framed(Scene(7), 25, 255);
        var copy = Framed(picture, 20, 255);

        var (one, other) = (s_hasher.HashForms(picture.View).All.ToArray(), s_hasher.HashForms(copy.View).All.ToArray());

        Assert.Contains(one, form => other.Any(found => found.Hash == form.Hash && found.Transform == form.Transform));
    }

    [Theory]
    [InlineData(40, 60)]
    [InlineData(200, 120)]
    public void A_flat_picture_has_no_content(int width, int height) =>
        Assert.Equal(default, ContentFinder.Find(new PixelView(new byte[width * height], width, height, PixelLayout.Grey8)));

    /// <summary>Blocks of many lumas: no line of it is plain.</summary>
    static TestPicture Scene(int seed)
    {
        Random random = new(seed);
        var blocks = new byte[12 * 9];
        for (var i = 0; i < blocks.Length; i++)
        {
            blocks[i] = (byte)random.Next(20, 236);
        }

        var pixels = new byte[192 * 144];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = blocks[(i / 192 / 16 * 12) + (i % 192 / 16)];
        }

        return new TestPicture(pixels, 192, 144, PixelLayout.Grey8, seed);
    }

    static TestPicture Framed(TestPicture picture, int border, byte luma)
    {
        var (width, height) = (picture.Width + (2 * border), picture.Height + (2 * border));
        var pixels = new byte[width * height];
        Array.Fill(pixels, luma);
        for (var y = 0; y < picture.Height; y++)
        {
            picture.Pixels.AsSpan(y * picture.Width, picture.Width).CopyTo(pixels.AsSpan(((y + border) * width) + border));
        }

        return new TestPicture(pixels, width, height, picture.Layout, picture.Seed);
    }
}
