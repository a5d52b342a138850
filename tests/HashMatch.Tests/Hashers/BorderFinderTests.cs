using FsCheck.Xunit;
using HashMatch.Hashers;

namespace HashMatch.Tests.Hashers;

/// <summary>Borders are found to the pixel, and what is none is left alone.</summary>
public sealed class BorderFinderTests
{
    static readonly PdqHasher s_hasher = new();

    [Property(MaxTest = 100)]
    public void A_border_of_one_colour_is_found_to_the_pixel(int seed, byte left, byte top, byte right, byte bottom, byte luma)
    {
        var border = new PictureBorder(10 + (left % 50), 10 + (top % 40), 10 + (right % 50), 10 + (bottom % 40));
        var framed = Framed(Contrasting(seed), border, (_, _) => (byte)(luma < 128 ? luma / 4 : 255 - (luma / 8)));

        Assert.Equal(border, BorderFinder.Find(framed.View));
    }

    [Theory]
    [InlineData(0, 20, 0, 20, BorderKind.Letterbox)]
    [InlineData(0, 20, 0, 0, BorderKind.Letterbox)]
    [InlineData(20, 0, 20, 0, BorderKind.Pillarbox)]
    [InlineData(0, 0, 20, 0, BorderKind.Pillarbox)]
    [InlineData(20, 20, 20, 20, BorderKind.Border)]
    [InlineData(0, 0, 0, 0, BorderKind.None)]
    public void Each_side_is_found_on_its_own_and_the_rest_has_the_hashes_of_the_picture(int left, int top, int right, int bottom, BorderKind kind)
    {
        var picture = Contrasting(3);
        var border = new PictureBorder(left, top, right, bottom);
        var framed = Framed(picture, border, (_, _) => 0);

        var forms = s_hasher.HashForms(framed.View);
        var clean = s_hasher.HashForms(picture.View);

        Assert.Equal(kind, border.Kind);
        Assert.Equal(border, BorderFinder.Find(framed.View));
        Assert.Equal(kind == BorderKind.None ? 8 : 16, forms.All.Length);
        if (forms.Trimmed is { } trimmed)
        {
            Assert.Equal((kind, clean.Pdq), (trimmed.Border, trimmed.Pdq));
            Assert.Equal(clean.Dihedral!.Value[DihedralTransform.Rot90], trimmed.Dihedral!.Value[DihedralTransform.Rot90]);
        }
    }

    [Fact]
    public void Noise_in_the_border_is_borne()
    {
        var border = new PictureBorder(24, 16, 24, 16);
        var random = new Random(4);

        Assert.Equal(border, BorderFinder.Find(Framed(Contrasting(5), border, (_, _) => (byte)(16 + random.Next(-5, 6))).View));
    }

    [Fact]
    public void A_sky_that_darkens_upwards_is_no_border() =>
        Assert.Equal(default, BorderFinder.Find(Framed(Contrasting(6), new PictureBorder(0, 60, 0, 0), (_, y) => (byte)(40 + (2 * y))).View));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_bar_that_runs_into_a_bright_sky_ends_as_far_in_as_the_opposite_one(bool skyAbove)
    {
        var picture = Contrasting(9);
        var sky = skyAbove ? new PictureBorder(0, 30, 0, 0) : new PictureBorder(0, 0, 0, 30);
        var withSky = Framed(picture, sky, (_, y) => (byte)(255 - (3 * (skyAbove ? y : picture.Height + 29 - y))));
        var bars = new PictureBorder(0, 20, 0, 20);

        Assert.Equal(bars, BorderFinder.Find(Framed(withSky, bars, (_, _) => 255).View));
        Assert.Equal(default, BorderFinder.Find(withSky.View));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Bars_are_alike_where_the_picture_has_a_dark_edge_and_a_night_sky(bool skyAbove)
    {
        var picture = Contrasting(11);
        var (top, bottom) = skyAbove ? (30, 1) : (1, 30);
        var night = Framed(picture, new PictureBorder(0, top, 0, bottom), (_, y) =>
        {
            var depth = skyAbove ? y : picture.Height + 30 - y;
            return (byte)(depth < 30 ? 7 + depth : 0);
        });
        var bars = new PictureBorder(0, 32, 0, 32);

        var found = BorderFinder.Find(Framed(night, bars, (_, _) => 0).View);

        // The dark edge lengthens its bar; the sky shows no step where the other one ends.
        Assert.InRange(found.Top, 32, 34);
        Assert.InRange(found.Bottom, 32, 34);
        Assert.Equal(default, BorderFinder.Find(night.View));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Dark_sides_between_white_bars_belong_to_the_picture(bool above)
    {
        var stage = Framed(Contrasting(12), above ? new PictureBorder(30, 0, 30, 0) : new PictureBorder(0, 30, 0, 30), (_, _) => 40);
        var bars = above ? new PictureBorder(0, 20, 0, 20) : new PictureBorder(20, 0, 20, 0);

        Assert.Equal(bars, BorderFinder.Find(Framed(stage, bars, (_, _) => 255).View));
    }

    [Fact]
    public void A_small_thing_on_a_plain_page_has_no_border()
    {
        var page = Framed(TestPicture.Random(20, 20, PixelLayout.Rgb24, seed: 7), new PictureBorder(90, 90, 90, 90), (_, _) => 255);

        Assert.Equal(default, BorderFinder.Find(page.View));
    }

    [Theory]
    [InlineData(40, 60)]
    [InlineData(120, 200)]
    public void A_flat_picture_has_no_border(int width, int height) =>
        Assert.Equal(default, BorderFinder.Find(new PixelView(new byte[width * height], width, height, PixelLayout.Grey8)));

    [Property(MaxTest = 200)]
    public void At_least_two_fifths_of_each_side_stay(int seed, byte width, byte height, byte left, byte top)
    {
        var picture = TestPicture.Random(1 + (width % 40), 1 + (height % 40), PixelLayout.Grey8, seed);
        var framed = Framed(picture, new PictureBorder(left, top, left / 2, 0), (_, _) => 255);

        var border = BorderFinder.Find(framed.View);

        Assert.InRange(framed.Width - border.Left - border.Right, 2 * framed.Width / 5, framed.Width);
        Assert.InRange(framed.Height - border.Top - border.Bottom, 2 * framed.Height / 5, framed.Height);
        Assert.Equal((framed.Width - border.Left - border.Right, framed.Height - border.Top - border.Bottom), Sides(border.Trim(framed.View)));
    }

    static (int Width, int Height) Sides(PixelView view) => (view.Width, view.Height);

    /// <summary>A picture of middle luma, far from black and from white at every edge.</summary>
    static TestPicture Contrasting(int seed)
    {
        var random = new Random(seed);
        var pixels = new byte[160 * 120 * 3];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)(130 + (30 * Math.Sin(i * 0.003)) + random.Next(-25, 25));
        }

        return new TestPicture(pixels, 160, 120, PixelLayout.Rgb24, seed);
    }

    static TestPicture Framed(TestPicture picture, PictureBorder border, Func<int, int, byte> colour)
    {
        var (width, height) = (border.Left + picture.Width + border.Right, border.Top + picture.Height + border.Bottom);
        var step = (int)picture.Layout;
        var pixels = new byte[width * height * step];
        for (var i = 0; i < width * height; i++)
        {
            var (x, y) = ((i % width) - border.Left, (i / width) - border.Top);
            var target = pixels.AsSpan(i * step, step);
            if (x >= 0 && x < picture.Width && y >= 0 && y < picture.Height)
            {
                picture.Pixels.AsSpan(((y * picture.Width) + x) * step, step).CopyTo(target);
            }
            else
            {
                target.Fill(colour(i % width, i / width));
            }
        }

        return new TestPicture(pixels, width, height, picture.Layout, picture.Seed);
    }
}
