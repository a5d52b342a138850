using HashMatch.TestData.Pixels;

namespace HashMatch.TestData.Plan;

/// <summary>
/// What the lists hold: renditions a few bits away from pictures of the folder, made by our own arithmetic only, and
/// pictures the folder does not have.
/// </summary>
sealed class ListPlan(SceneCatalog scenes)
{
    /// <summary>The entries with role <c>known</c>.</summary>
    public IReadOnlyList<ListedPicture> Known { get; } =
    [
        new("k-01", "A", () => Rendition(scenes["still-life-4"], 90, 5)),
        new("k-02", "A", () => Rendition(scenes["skyline-2"], 80, 0)),
        new("k-03", "B", () => Rendition(scenes["seascape-2"], 70, 3)),
        new("k-04", "severity-1", () => Rendition(scenes["nebula-2"], 60, 4)),
        new("k-05", "severity-2", () => Rendition(scenes["spheres-4"], 75, 0)),
        new("k-06", "severity-2", () => Rendition(scenes["landscape-5"], 100, 5)),
        new("k-07", "B", () => Rendition(scenes["weave-1"], 80, 4)),
        new("k-08", "A", () => Rendition(scenes["landscape-3"], 50, 0)),
        new("k-09", "severity-1", () => Rendition(scenes["spheres-7"], 80, 4)),
        new("k-10", "B", () => Rendition(scenes["still-life-6"], 90, 2)),
    ];

    /// <summary>The entries with role <c>ignore</c>.</summary>
    public IReadOnlyList<ListedPicture> Ignored { get; } =
    [
        new("i-01", "logo", () => Rendition(scenes["card-logo"], 75, 0)),
        new("i-02", "placeholder", () => Rendition(scenes["card-empty"], 80, 4)),
        new("i-03", "stock", () => Rendition(scenes["landscape-6"], 70, 5)),
    ];

    // What happens to a picture on its way from one service to the next: cut, scaled, brightened, coarsened.
    static RgbImage Rendition(RgbImage picture, int percent, int cropPerMille) =>
        Tone.Posterise(Tone.Brighten(Resample.Scale(Geometry.Crop(picture, cropPerMille), percent), 6), 12);
}
