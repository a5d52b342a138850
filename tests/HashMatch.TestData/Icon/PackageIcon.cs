using HashMatch.TestData.Arithmetic;
using HashMatch.TestData.Encoders;
using HashMatch.TestData.Pixels;
using HashMatch.TestData.Scenes;

namespace HashMatch.TestData.Icon;

/// <summary>The packages' icon: a picture of the sun over hills that turns into the bits of a hash.</summary>
sealed class PackageIcon : IScene
{
    /// <summary>Pixels a side, the size that package galleries show.</summary>
    internal const int Side = 128;

    const int Cells = 8;
    const double Gap = 0.08;

    static readonly Rgb s_sky = Rgb.FromHex(0xBFE3F2);
    static readonly Rgb s_sun = Rgb.FromHex(0xF6B93B);
    static readonly Rgb s_farHill = Rgb.FromHex(0x3C8DAD);
    static readonly Rgb s_nearHill = Rgb.FromHex(0x1F5F7A);
    static readonly Rgb s_zero = Rgb.FromHex(0x14293D);
    static readonly Rgb s_one = Rgb.FromHex(0xF4F7F9);

    readonly double _median;

    PackageIcon() => _median = (from cell in Enumerable.Range(0, Cells * Cells)
                                orderby Light(Centre(cell % Cells), Centre(cell / Cells))
                                select Light(Centre(cell % Cells), Centre(cell / Cells))).ElementAt(Cells * Cells / 2);

    /// <summary>The icon as a file.</summary>
    internal static byte[] Png() => StillEncoder.Png(Draw());

    /// <summary>The icon as pixels.</summary>
    internal static RgbImage Draw() => Renderer.Draw(new PackageIcon(), Side, Side, grain: 0);

    /// <inheritdoc/>
    public Rgb Shade(double x, double y)
    {
        var (column, row) = ((int)(x * Cells), (int)(y * Cells));
        // Above the falling diagonal the picture, below it the cells' bits.
        if (column + row < Cells)
        {
            return Picture(x, y);
        }

        var (dx, dy) = ((x * Cells) - column, (y * Cells) - row);
        var inGap = dx < Gap || dx > 1 - Gap || dy < Gap || dy > 1 - Gap;
        return !inGap && Light(Centre(column), Centre(row)) >= _median ? s_one : s_zero;
    }

    static double Centre(int cell) => (cell + 0.5) / Cells;

    static double Light(double x, double y)
    {
        var colour = Picture(x, y);
        return (0.299 * colour.R) + (0.587 * colour.G) + (0.114 * colour.B);
    }

    static Rgb Picture(double x, double y)
    {
        if (y > Hill(x, 0.62, 0.20, 0.15))
        {
            return s_nearHill;
        }

        if (y > Hill(x, 0.40, 0.16, 0.75))
        {
            return s_farHill;
        }

        var fromSun = ((x - 0.31) * (x - 0.31)) + ((y - 0.27) * (y - 0.27));
        return fromSun < 0.15 * 0.15 ? s_sun : s_sky * (0.8 + (0.2 * Curve.Clamp(y * 2)));
    }

    /// <summary>A parabola, so that the same bits come out on every machine.</summary>
    static double Hill(double x, double top, double depth, double peak) => top + (depth * 4 * (x - peak) * (x - peak));
}
