using HashMatch.Hashers.Transforms;

namespace HashMatch.Hashers.Regions;

/// <summary>Finds the squares of a picture that stand out and hashes each, so that parts of the picture are recognised.</summary>
/// <remarks>
/// <para>The longer side is reduced to 512 pixels by areas. Places and sizes are extrema of differences of Gaussians
/// (D. Lowe, "Distinctive Image Features from Scale-Invariant Keypoints", 2004), so they are found again whatever was cut
/// off or put around the picture. A square upright about each becomes PDQ's 64x64 block and 256 bits. Turned and mirrored
/// pictures have other regions.</para>
/// <para>A flat picture has few regions or none. Sets are equal on every processor. Planes are rented from the shared array
/// pool; the lists of places are allocated.</para>
/// <para>Thread-safe: one instance serves all threads.</para>
/// </remarks>
public sealed class RegionHasher
{
    readonly PdqKernel _kernel;

    /// <summary>A hasher.</summary>
    public RegionHasher()
        : this(PdqKernels.Default)
    {
    }

    internal RegionHasher(PdqKernel kernel) => _kernel = kernel;

    /// <summary>The regions of a picture.</summary>
    /// <param name="pixels">8-bit pixels of at least 1x1; of a picture of a few pixels there are no regions.</param>
    /// <returns>At most 128 regions, strongest first, in pixels of the picture.</returns>
    public RegionSet Hash(PixelView pixels) => Hash(pixels, pixels.Width, pixels.Height);

    /// <summary>The regions of a picture of which a reduced form was decoded.</summary>
    /// <param name="pixels">The reduced form.</param>
    /// <param name="width">Pixels in a row of the picture itself, at least 1.</param>
    /// <param name="height">Rows of the picture itself, at least 1.</param>
    /// <returns>At most 128 regions, strongest first, in pixels of the picture itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A side is below 1.</exception>
    public RegionSet Hash(PixelView pixels, int width, int height)
    {
        using var planes = ReducedPlanes.Of(pixels, _kernel);
        var chosen = KeypointSelection.Choose(KeypointDetector.Find(planes), planes.Width, planes.Height);
        var (columns, rows) = (width / (float)planes.Width, height / (float)planes.Height);
        var regions = new Region[chosen.Count];
        for (var i = 0; i < regions.Length; i++)
        {
            var point = chosen[i];
            regions[i] = new Region(HashOf(planes, point), point.X * columns, point.Y * rows, point.Side * columns);
        }

        return new RegionSet(width, height, regions);
    }

    Hashes.Hash256 HashOf(ReducedPlanes planes, Keypoint point)
    {
        Span<float> block = stackalloc float[PdqKernel.BlockLength];
        RegionPatch.Sample(planes, point, block);
        Span<float> coefficients = stackalloc float[DctMatrix.Frequencies * DctMatrix.Frequencies];
        _kernel.Transform(block, coefficients);
        return PdqBits.Of(coefficients);
    }
}
