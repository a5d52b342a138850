namespace HashMatch.Hashers.Regions;

/// <summary>The regions of one picture, strongest first: what it is recognised by when only a part of it is left.</summary>
/// <remarks>Immutable and thread-safe. 44 bytes a region.</remarks>
public sealed class RegionSet
{
    readonly Region[] _regions;

    /// <summary>The most regions a set can hold.</summary>
    public const int MaxCount = 256;

    /// <summary>A set of the given regions.</summary>
    /// <param name="width">Pixels in a row of the picture, at least 1.</param>
    /// <param name="height">Rows of the picture, at least 1.</param>
    /// <param name="regions">Its regions, strongest first; none for a flat picture.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side of the picture is below 1.</exception>
    /// <exception cref="ArgumentException">There are more than <see cref="MaxCount"/> regions, or one has a centre that is no number, or a side that is none above 0.</exception>
    public RegionSet(int width, int height, IEnumerable<Region> regions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentNullException.ThrowIfNull(regions);
        Width = width;
        Height = height;
        _regions = [.. regions];
        Regions = Array.AsReadOnly(_regions);
        if (Regions.Count > MaxCount)
        {
            throw new ArgumentException($"A set holds at most {MaxCount} regions, not {Regions.Count}.", nameof(regions));
        }

        foreach (var region in Regions)
        {
            if (!float.IsFinite(region.X) || !float.IsFinite(region.Y) || !float.IsFinite(region.Side) || region.Side <= 0)
            {
                throw new ArgumentException($"A region needs a finite centre and a side above 0, not {region}.", nameof(regions));
            }
        }
    }

    /// <summary>Pixels in a row of the picture.</summary>
    public int Width { get; }

    /// <summary>Rows of the picture.</summary>
    public int Height { get; }

    /// <summary>The regions, strongest first.</summary>
    public IReadOnlyList<Region> Regions { get; }

    /// <summary>The same, for loops over pairs of them.</summary>
    internal ReadOnlySpan<Region> Span => _regions;
}
