using HashMatch.TestData.Pixels;
using HashMatch.TestData.Scenes;

namespace HashMatch.TestData.Plan;

/// <summary>Every drawn picture by name, before anything is done to it. Each is drawn once, when first asked for.</summary>
sealed class SceneCatalog
{
    // Four steps of grain are about what a phone leaves in a picture by day.
    const int Grain = 4;

    readonly SortedDictionary<string, Lazy<RgbImage>> _pictures = new(StringComparer.Ordinal);

    public SceneCatalog()
    {
        AddOutdoors();
        AddIndoors();
        AddTextures();
        AddAbstracts();
        AddCards();
        AddFlat();
    }

    /// <summary>All names, in ordinal order.</summary>
    public IReadOnlyCollection<string> Names => _pictures.Keys;

    /// <summary>The picture of that name.</summary>
    public RgbImage this[string name] => _pictures[name].Value;

    void AddOutdoors()
    {
        Scene("landscape-1", new Landscape(1), 512, 384);
        Scene("landscape-2", new Landscape(17), 640, 480);
        Scene("landscape-3", new Landscape(10), 512, 384);
        Scene("landscape-4", new Landscape(3), 1024, 768);
        Scene("landscape-5", new Landscape(15), 384, 288);
        Scene("landscape-6", new Landscape(7), 512, 384);
        Scene("landscape-7", new Landscape(13), 512, 384);
        Scene("seascape-1", new Seascape(11), 512, 384);
        Scene("seascape-2", new Seascape(14), 512, 384);
        Scene("seascape-3", new Seascape(13), 512, 384);
        Scene("skyline-1", new Skyline(21), 512, 384);
        Scene("skyline-2", new Skyline(24), 480, 360);
        Scene("skyline-3", new Skyline(23), 512, 384);
        Scene("meadow-1", new Meadow(31), 512, 384);
        Scene("meadow-2", new Meadow(32), 512, 384);
    }

    void AddIndoors()
    {
        Scene("spheres-1", new Spheres(41), 512, 384);
        Scene("spheres-2", new Spheres(42), 512, 384);
        Scene("spheres-3", new Spheres(43), 640, 480);
        Scene("spheres-4", new Spheres(44), 512, 384);
        Scene("spheres-5", new Spheres(45), 512, 384);
        Scene("spheres-6", new Spheres(46), 512, 384);
        Scene("spheres-7", new Spheres(47), 512, 384);
        Scene("still-life-1", new StillLife(51), 512, 384);
        Scene("still-life-2", new StillLife(52), 512, 384);
        Scene("still-life-3", new StillLife(53), 512, 384);
        Scene("still-life-4", new StillLife(54), 512, 384);
        Scene("still-life-5", new StillLife(55), 512, 384);
        Scene("still-life-6", new StillLife(56), 512, 384);
    }

    void AddTextures()
    {
        Scene("wood-1", new Wood(61), 512, 384);
        Scene("wood-2", new Wood(62), 200, 150);
        Scene("marble-1", new Marble(63), 512, 384);
        Scene("marble-2", new Marble(64), 400, 300);
        Scene("brick-1", new Brick(65), 512, 384);
        Scene("brick-2", new Brick(66), 512, 384);
        Scene("weave-1", new Weave(67), 512, 384);
        Scene("weave-2", new Weave(68), 400, 300);
        Scene("pebbles-1", new Pebbles(69), 512, 384);
        Scene("pebbles-2", new Pebbles(70), 400, 300);
    }

    void AddAbstracts()
    {
        Scene("nebula-1", new Nebula(71), 512, 384);
        Scene("nebula-2", new Nebula(72), 512, 384);
        Scene("nebula-3", new Nebula(73), 400, 300);
        Scene("bokeh-1", new Bokeh(74), 512, 384);
        Scene("bokeh-2", new Bokeh(75), 512, 384);
        Scene("mosaic-1", new Mosaic(76), 512, 384);
        Scene("mosaic-2", new Mosaic(77), 320, 240);
        Scene("mosaic-3", new Mosaic(78), 400, 300);
        Scene("gradient-1", new Gradient(79, 11), 512, 384);
        Scene("gradient-2", new Gradient(83, 5), 320, 240);
    }

    void AddCards()
    {
        Drawn("card-hello", () => TextCard.Draw(480, 360, 0xFFFFFF, 0x1B3A5C, "HELLO"));
        Drawn("card-open", () => TextCard.Draw(320, 240, 0xFFE9A8, 0x7A1F1F, "OPEN", "9-17"));
        Drawn("card-sample", () => TextCard.Draw(400, 300, 0xE8F3EC, 0x1E4D3A, "SAMPLE 3"));
        Drawn("card-thanks", () => TextCard.Draw(480, 360, 0x2B2B33, 0xF2E8D8, "THANKS", "FOR", "READING"));
        Drawn("card-menu", () => TextCard.Draw(360, 480, 0xFAF6EE, 0x40352B, "SOUP 3.50", "BREAD 1.20", "TEA 2.00", "CAKE 2.80"));
        Drawn("card-logo", () => TextCard.Draw(320, 240, 0xFFFFFF, 0xC8452B, "H.M."));
        Drawn("card-empty", () => TextCard.Draw(320, 320, 0xD8DCE2, 0x66707D, "NO", "PHOTO", "YET"));
    }

    void AddFlat()
    {
        Drawn("flat-grey", () => Renderer.Draw(new Haze(1, 0x808080, 0), 160, 120, 0));
        Drawn("flat-fog", () => Renderer.Draw(new Haze(2, 0xC4CCD2, 0.25), 512, 384, 2));
        Drawn("flat-dusk", () => Renderer.Draw(new Haze(3, 0x5A4A66, 0.5), 400, 300, 3));
        Drawn("flat-slope", () => Renderer.Draw(new Haze(4, 0xE0D2B4, 0.35), 160, 120, 0));
    }

    void Scene(string name, IScene scene, int width, int height) =>
        Drawn(name, () => Renderer.Draw(scene, width, height, Grain));

    void Drawn(string name, Func<RgbImage> draw) => _pictures.Add(name, new Lazy<RgbImage>(draw));
}
