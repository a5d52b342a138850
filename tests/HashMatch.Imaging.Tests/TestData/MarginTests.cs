using HashMatch.Hashers;
using HashMatch.Hashes;

namespace HashMatch.Imaging.Tests.TestData;

/// <summary>
/// No intended verdict hangs by a bit: a decoder or an encoder that rounds otherwise must not change one. Checked on the
/// committed files, for all eight ways to turn and mirror them.
/// </summary>
public sealed class MarginTests
{
    const int Radius = 31;
    const int BandEnd = 40;
    const int DistanceMargin = 2;
    const int MinQuality = 50;
    const int QualityMargin = 5;

    static readonly PdqHasher s_hasher = new();

    readonly record struct Hashed(string Path, string Verdict, PdqDihedralResult Pdq);

    [Fact]
    public void No_quality_lies_near_the_gate() =>
        Assert.DoesNotContain(Images(), image => Math.Abs(image.Pdq.Quality - MinQuality) <= QualityMargin);

    [Fact]
    public void No_distance_to_a_list_lies_near_a_threshold()
    {
        var entries = Hashes("known.csv").Concat(Hashes("ignore.csv")).ToList();
        Assert.Empty(from image in Good() from entry in entries where IsFragile(image, entry) select image.Path);
    }

    [Fact]
    public void No_distance_to_an_earlier_original_lies_near_a_threshold()
    {
        var images = Good().ToList();
        var originals = images.Where(image => image.Verdict is "first-generation" or "uncertain").ToList();
        Assert.Empty(
            from image in images
            from original in originals
            where string.CompareOrdinal(original.Path, image.Path) < 0
            where IsFragile(image, original.Pdq.Hashes[DihedralTransform.Identity])
            select $"{original.Path} {image.Path}");
    }

    static bool IsFragile(Hashed image, Hash256 other) =>
        Enum.GetValues<DihedralTransform>().Select(transform => image.Pdq.Hashes[transform].DistanceTo(other))
            .Any(distance => Math.Abs(distance - Radius) <= DistanceMargin || Math.Abs(distance - BandEnd) <= DistanceMargin);

    static IEnumerable<Hash256> Hashes(string list) =>
        File.ReadLines(Path.Combine(RepositoryFiles.TestData, "lists", list)).Skip(1).Select(row => Hash256.Parse(row.AsSpan(0, 64)));

    static IEnumerable<Hashed> Good() => Images().Where(image => image.Pdq.Quality >= MinQuality);

    // libvips reads no bitmaps; those three are no one's near copy.
    static IEnumerable<Hashed> Images() =>
        from row in File.ReadLines(Path.Combine(RepositoryFiles.TestData, "expected-verdicts.tsv"))
        let columns = row.Split('\t')
        where columns[1] != "failed"
        let pixels = Pixels.TryDecode(File.ReadAllBytes(Path.Combine(RepositoryFiles.TestData, columns[0])))
        where pixels is not null
        select new Hashed(columns[0], columns[1], Hash(pixels.Value));

    static PdqDihedralResult Hash((byte[] Data, int Width, int Height) pixels)
    {
        var layout = pixels.Data.Length == pixels.Width * pixels.Height ? PixelLayout.Grey8 : PixelLayout.Rgb24;
        return s_hasher.HashDihedral(new PixelView(pixels.Data, pixels.Width, pixels.Height, layout));
    }
}
