using HashMatch.Evaluation.Pixels;
using HashMatch.Imaging;

namespace HashMatch.Evaluation.Alterations;

/// <summary>Parts cut away.</summary>
static class Cropping
{
    /// <summary>So many percent of the width cut from the right.</summary>
    internal static RgbPicture OneSide(RgbPicture picture, int percent) =>
        Keep(picture, Left(picture.Width, percent), picture.Height);

    /// <summary>So many percent of the width cut from the right and of the height from the bottom.</summary>
    internal static RgbPicture TwoSides(RgbPicture picture, int percent) =>
        Keep(picture, Left(picture.Width, percent), Left(picture.Height, percent));

    static int Left(int side, int percent) => Math.Max(DecodeOptions.MinSide, side - (side * percent / 100));

    static RgbPicture Keep(RgbPicture picture, int width, int height)
    {
        var result = RgbPicture.Unset(width, height);
        for (var y = 0; y < height; y++)
        {
            picture.Row(y)[..(3 * width)].CopyTo(result.Row(y));
        }

        return result;
    }
}
