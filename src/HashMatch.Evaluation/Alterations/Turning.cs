using HashMatch.Evaluation.Pixels;
using HashMatch.Hashers;

namespace HashMatch.Evaluation.Alterations;

/// <summary>Turned, mirrored, tilted.</summary>
static class Turning
{
    const int One = 1 << 16;

    /// <summary>One of the eight forms, without loss.</summary>
    internal static RgbPicture Turn(RgbPicture picture, DihedralTransform transform)
    {
        var swaps = transform is DihedralTransform.Rot90 or DihedralTransform.Rot270 or DihedralTransform.Transpose or DihedralTransform.Transverse;
        var result = swaps ? RgbPicture.Unset(picture.Height, picture.Width) : RgbPicture.Unset(picture.Width, picture.Height);
        var (right, bottom) = (picture.Width - 1, picture.Height - 1);
        for (var y = 0; y < result.Height; y++)
        {
            for (var x = 0; x < result.Width; x++)
            {
                var (fromX, fromY) = transform switch
                {
                    DihedralTransform.Rot90 => (right - y, x),
                    DihedralTransform.Rot180 => (right - x, bottom - y),
                    DihedralTransform.Rot270 => (y, bottom - x),
                    DihedralTransform.FlipHorizontal => (right - x, y),
                    DihedralTransform.FlipVertical => (x, bottom - y),
                    DihedralTransform.Transpose => (y, x),
                    DihedralTransform.Transverse => (right - y, bottom - x),
                    _ => (x, y),
                };
                picture.Pixel(fromX, fromY).CopyTo(result.Pixel(x, y));
            }
        }

        return result;
    }

    /// <summary>Turned clockwise around the middle on a canvas of the same size; the corners that come free are black.</summary>
    internal static RgbPicture Tilt(RgbPicture picture, int degrees)
    {
        var result = RgbPicture.Filled(picture.Width, picture.Height, Rgb.Black);
        // Fixed point, 16 bits behind the point: rounding is the same on every machine.
        var cos = (long)Math.Round(One * Math.Cos(degrees * Math.PI / 180));
        var sin = (long)Math.Round(One * Math.Sin(degrees * Math.PI / 180));
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                // Twice the way from the middle, which may lie between pixels.
                var (dx, dy) = ((2L * x) - picture.Width + 1, (2L * y) - picture.Height + 1);
                var fromX = ((dx * cos) + (dy * sin) + ((picture.Width - 1L) * One)) / 2;
                var fromY = ((dy * cos) - (dx * sin) + ((picture.Height - 1L) * One)) / 2;
                if (fromX >= 0 && fromY >= 0 && fromX <= (picture.Width - 1L) * One && fromY <= (picture.Height - 1L) * One)
                {
                    Blend(picture, fromX, fromY, result.Pixel(x, y));
                }
            }
        }

        return result;
    }

    static void Blend(RgbPicture picture, long fromX, long fromY, Span<byte> to)
    {
        var (x, y) = ((int)(fromX / One), (int)(fromY / One));
        var (fractionX, fractionY) = (fromX % One, fromY % One);
        var (nextX, nextY) = (Math.Min(x + 1, picture.Width - 1), Math.Min(y + 1, picture.Height - 1));
        var upperLeft = picture.Pixel(x, y);
        var upperRight = picture.Pixel(nextX, y);
        var lowerLeft = picture.Pixel(x, nextY);
        var lowerRight = picture.Pixel(nextX, nextY);
        for (var channel = 0; channel < 3; channel++)
        {
            var above = (upperLeft[channel] * (One - fractionX)) + (upperRight[channel] * fractionX);
            var below = (lowerLeft[channel] * (One - fractionX)) + (lowerRight[channel] * fractionX);
            to[channel] = (byte)(((above * (One - fractionY)) + (below * fractionY) + (1L << 31)) >> 32);
        }
    }
}
