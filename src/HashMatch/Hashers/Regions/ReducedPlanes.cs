using System.Buffers;
using HashMatch.Hashers.Transforms;

namespace HashMatch.Hashers.Regions;

/// <summary>A picture's luma with its longer side reduced to the working size, and its halves down to a few pixels.</summary>
ref struct ReducedPlanes
{
    /// <summary>The longer side of the first plane; smaller pictures keep theirs.</summary>
    const int WorkingSide = 512;

    const int SmallestSide = 12;
    const int MostLevels = 8;

    readonly float[] _values;

    ReducedPlanes(int width, int height)
    {
        Width = width;
        Height = height;
        var total = 0;
        for (var (w, h) = (width, height); Levels == 0 || (Math.Min(w, h) >= SmallestSide && Levels < MostLevels); (w, h) = (w / 2, h / 2))
        {
            total += w * h;
            Levels++;
        }

        _values = ArrayPool<float>.Shared.Rent(total);
    }

    internal int Width { get; }

    internal int Height { get; }

    internal int Levels { get; }

    internal static ReducedPlanes Of(PixelView pixels, PdqKernel kernel)
    {
        var longer = Math.Max(pixels.Width, pixels.Height);
        var side = Math.Min(longer, WorkingSide);
        var width = Math.Max(1, (int)((((long)pixels.Width * side) + (longer / 2)) / longer));
        var height = Math.Max(1, (int)((((long)pixels.Height * side) + (longer / 2)) / longer));
        var planes = new ReducedPlanes(width, height);
        AreaReduction.Run(pixels, kernel, width, height, planes.Level(0));
        for (var level = 1; level < planes.Levels; level++)
        {
            AreaReduction.Halve(planes.Level(level - 1), width >> (level - 1), height >> (level - 1), planes.Level(level));
        }

        return planes;
    }

    internal readonly int WidthOf(int level) => Width >> level;

    internal readonly int HeightOf(int level) => Height >> level;

    internal readonly Span<float> Level(int level)
    {
        var start = 0;
        for (var above = 0; above < level; above++)
        {
            start += WidthOf(above) * HeightOf(above);
        }

        return _values.AsSpan(start, WidthOf(level) * HeightOf(level));
    }

    public readonly void Dispose() => ArrayPool<float>.Shared.Return(_values);
}
