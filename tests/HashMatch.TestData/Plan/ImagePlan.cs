using HashMatch.TestData.Encoders;
using HashMatch.TestData.Pixels;

namespace HashMatch.TestData.Plan;

/// <summary>
/// Every file of <c>testdata/images</c> and the verdict it is there to show. Folders are named so that originals sort
/// before their copies: of two equal pictures the earlier path is the first generation.
/// </summary>
sealed class ImagePlan
{
    readonly SceneCatalog _scenes;
    readonly List<PlannedFile> _files = [];

    public ImagePlan(SceneCatalog scenes)
    {
        _scenes = scenes;
        AddBroken();
        AddCards();
        AddFlat();
        AddFormats();
        AddIgnored();
        AddKnown();
        AddMemes();
        AddScenes();
        AddTurned();
        AddUncertain();
        AddVariants();
        _files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
    }

    /// <summary>All files, ordinal by path.</summary>
    public IReadOnlyList<PlannedFile> Files => _files;

    void AddBroken()
    {
        Add("broken/cut-short.jpg", Verdict.Failed, () => FirstHalf(StillEncoder.Jpeg(_scenes["landscape-3"], 80)));
        Add("broken/cut-short.png", Verdict.Failed, () => FirstHalf(StillEncoder.Png(_scenes["card-open"])));
        Add("broken/empty.jpg", Verdict.Failed, () => []);
        Add("broken/notes.jpg", Verdict.Failed, () => "This is a text file. Only its name says JPEG.\n"u8.ToArray());
    }

    void AddCards()
    {
        Add("cards/hello.png", Verdict.FirstGeneration, () => StillEncoder.Png(_scenes["card-hello"]));
        Add("cards/menu.png", Verdict.FirstGeneration, () => StillEncoder.Png(_scenes["card-menu"]));
        Add("cards/open.gif", Verdict.FirstGeneration, () => StillEncoder.Gif(_scenes["card-open"]));
        Add("cards/sample-3.webp", Verdict.FirstGeneration, () => StillEncoder.LosslessWebP(_scenes["card-sample"]));
        Add("cards/thanks.jpg", Verdict.FirstGeneration, () => StillEncoder.Jpeg(_scenes["card-thanks"], 85));
    }

    void AddFlat()
    {
        Add("flat/dusk.webp", Verdict.Uncertain, () => StillEncoder.WebP(_scenes["flat-dusk"], 80));
        Add("flat/fog.jpg", Verdict.Uncertain, () => StillEncoder.Jpeg(_scenes["flat-fog"], 80));
        Add("flat/grey.bmp", Verdict.Uncertain, () => BmpEncoder.Plain(_scenes["flat-grey"]), listedByDigest: true);
        Add("flat/lamp.png", Verdict.Uncertain, () => StillEncoder.Png(Resample.Scale(_scenes["gradient-2"], 50)));
        Add("flat/slope.png", Verdict.Uncertain, () => StillEncoder.Png(_scenes["flat-slope"]));
    }

    void AddFormats()
    {
        Add("formats/alpha.png", Verdict.FirstGeneration, () => SpecialEncoder.VignettePng(Small("nebula-3")));
        Add("formats/animated.gif", Verdict.FirstGeneration, () => SpecialEncoder.AnimatedGif(
            Tone.Posterise(Small("mosaic-1"), 32), Tone.Posterise(Small("mosaic-3"), 32)));
        Add("formats/animated.webp", Verdict.FirstGeneration, () => SpecialEncoder.AnimatedWebP(
            70, _scenes["pebbles-2"], Geometry.Mirror(_scenes["pebbles-2"])));
        Add("formats/cmyk.jpg", Verdict.FirstGeneration, () => SpecialEncoder.CmykJpeg(_scenes["marble-1"], 80));
        Add("formats/cmyk.tif", Verdict.FirstGeneration, () => SpecialEncoder.CmykTiff(Small("brick-2")));
        Add("formats/deep.png", Verdict.FirstGeneration, () => SpecialEncoder.DeepPng(Small("spheres-5")));
        Add("formats/grey.jpg", Verdict.FirstGeneration, () => SpecialEncoder.GreyJpeg(_scenes["skyline-3"], 80));
        Add("formats/lossless.webp", Verdict.FirstGeneration, () => StillEncoder.LosslessWebP(Small("bokeh-2")));
        Add("formats/oriented.jpg", Verdict.FirstGeneration, () => SpecialEncoder.OrientedJpeg(_scenes["still-life-5"], 80));
        Add("formats/packed.tif", Verdict.FirstGeneration, () => StillEncoder.Tiff(Small("meadow-2")));
        Add("formats/palette.png", Verdict.FirstGeneration, () => StillEncoder.PalettePng(Small("weave-2"), 4));
        Add("formats/photo.avif", Verdict.FirstGeneration, () => StillEncoder.Avif(_scenes["landscape-7"], 60));
        Add("formats/progressive.jpg", Verdict.FirstGeneration, () => StillEncoder.ProgressiveJpeg(_scenes["seascape-3"], 80));
        Add("formats/run-length.bmp", Verdict.FirstGeneration, () => BmpEncoder.RunLength(Tone.Posterise(Small("mosaic-2"), 64)));
    }

    void AddIgnored()
    {
        Add("ignored/logo.gif", Verdict.Suppressed, () => StillEncoder.Gif(_scenes["card-logo"]));
        Add("ignored/no-photo.jpg", Verdict.Suppressed, () => StillEncoder.Jpeg(_scenes["card-empty"], 75));
        Add("ignored/stock-sky.jpg", Verdict.Suppressed, () => StillEncoder.Jpeg(_scenes["landscape-6"], 80));
    }

    void AddKnown()
    {
        Add("known/blinds.webp", Verdict.Known, () => StillEncoder.WebP(_scenes["weave-1"], 75));
        Add("known/bottle.jpg", Verdict.Known, () => StillEncoder.Jpeg(_scenes["still-life-4"], 80));
        Add("known/bottle-small.jpg", Verdict.Known, () => StillEncoder.Jpeg(Resample.Scale(_scenes["still-life-4"], 50), 80));
        Add("known/city.jpg", Verdict.Known, () => StillEncoder.Jpeg(_scenes["skyline-2"], 80));
        Add("known/city-captioned.jpg", Verdict.Known, () => StillEncoder.Jpeg(
            Lettering.Caption(_scenes["skyline-2"], "SAMPLE 7", 3, 8), 80));
        Add("known/harbour.avif", Verdict.Known, () => StillEncoder.Avif(_scenes["seascape-2"], 55));
        Add("known/ink.jpg", Verdict.Known, () => StillEncoder.Jpeg(_scenes["nebula-2"], 80));
        Add("known/marbles.jpg", Verdict.Known, () => StillEncoder.Jpeg(_scenes["spheres-4"], 80));
        Add("known/ridge.jpg", Verdict.Known, () => StillEncoder.Jpeg(_scenes["landscape-5"], 80));
    }

    void AddMemes()
    {
        Add("memes/marbles-1-plain.jpg", Verdict.FirstGeneration, () => Meme(null, null, 3));
        Add("memes/marbles-2-monday.jpg", Verdict.Repeat, () => Meme(null, "MONDAY", 4));
        Add("memes/marbles-3-coffee.jpg", Verdict.Repeat, () => Meme("COFFEE", null, 4));
        Add("memes/marbles-4-loud.jpg", Verdict.Uncertain, () => Meme("HELLO", "WORLD", 8));
        Add("memes/marbles-5-shout.jpg", Verdict.FirstGeneration, () => Meme("GOOD", "NEWS", 20));
    }

    void AddScenes()
    {
        Add("scenes/bokeh.jpg", Verdict.FirstGeneration, () => StillEncoder.Jpeg(_scenes["bokeh-1"], 80));
        Add("scenes/brick.jpg", Verdict.FirstGeneration, () => StillEncoder.Jpeg(_scenes["brick-1"], 75));
        Add("scenes/gradient.webp", Verdict.FirstGeneration, () => StillEncoder.WebP(_scenes["gradient-1"], 80));
        Add("scenes/landscape-1.jpg", Verdict.FirstGeneration, () => StillEncoder.Jpeg(_scenes["landscape-1"], 85));
        Add("scenes/landscape-2.jpg", Verdict.FirstGeneration, () => StillEncoder.Jpeg(_scenes["landscape-2"], 80));
        Add("scenes/landscape-4.jpg", Verdict.FirstGeneration, () => StillEncoder.Jpeg(_scenes["landscape-4"], 80));
        Add("scenes/marble.jpg", Verdict.FirstGeneration, () => StillEncoder.Jpeg(_scenes["marble-2"], 85));
        Add("scenes/meadow.jpg", Verdict.FirstGeneration, () => StillEncoder.Jpeg(_scenes["meadow-1"], 75));
        Add("scenes/nebula.webp", Verdict.FirstGeneration, () => StillEncoder.WebP(_scenes["nebula-1"], 80));
        Add("scenes/pebbles.jpg", Verdict.FirstGeneration, () => StillEncoder.Jpeg(_scenes["pebbles-1"], 75));
        Add("scenes/seascape.jpg", Verdict.FirstGeneration, () => StillEncoder.Jpeg(_scenes["seascape-1"], 80));
        Add("scenes/skyline.jpg", Verdict.FirstGeneration, () => StillEncoder.Jpeg(_scenes["skyline-1"], 80));
        Add("scenes/spheres-1.jpg", Verdict.FirstGeneration, () => StillEncoder.Jpeg(_scenes["spheres-1"], 85));
        Add("scenes/spheres-2.webp", Verdict.FirstGeneration, () => StillEncoder.WebP(_scenes["spheres-2"], 85));
        Add("scenes/spheres-3.jpg", Verdict.FirstGeneration, () => StillEncoder.Jpeg(_scenes["spheres-3"], 80));
        Add("scenes/still-life-1.jpg", Verdict.FirstGeneration, () => StillEncoder.Jpeg(_scenes["still-life-1"], 85));
        Add("scenes/still-life-2.jpg", Verdict.FirstGeneration, () => StillEncoder.Jpeg(_scenes["still-life-2"], 80));
        Add("scenes/still-life-3.jpg", Verdict.FirstGeneration, () => StillEncoder.Jpeg(_scenes["still-life-3"], 80));
        Add("scenes/wood.bmp", Verdict.FirstGeneration, () => BmpEncoder.Plain(_scenes["wood-2"]), listedByDigest: true);
        Add("scenes/wood.jpg", Verdict.FirstGeneration, () => StillEncoder.Jpeg(_scenes["wood-1"], 80));
    }

    // Mirrored and turned copies: only a comparison of all eight forms finds them.
    void AddTurned()
    {
        Add("turned/bottle-mirrored.jpg", Verdict.Known, () => StillEncoder.Jpeg(Geometry.Mirror(_scenes["still-life-4"]), 80));
        Add("turned/marble-mirrored.jpg", Verdict.Repeat, () => StillEncoder.Jpeg(Geometry.Mirror(_scenes["marble-2"]), 80));
        Add("turned/marbles-turned.jpg", Verdict.Known, () => StillEncoder.Jpeg(Geometry.Rotate90(_scenes["spheres-4"]), 80));
        Add("turned/spheres-1-turned.jpg", Verdict.Repeat, () => StillEncoder.Jpeg(Geometry.Rotate90(_scenes["spheres-1"]), 80));
        Add("turned/spheres-3-upside-down.jpg", Verdict.Repeat, () => StillEncoder.Jpeg(Geometry.Rotate180(_scenes["spheres-3"]), 80));
    }

    // Distances in the review band: too far to be called the same, too near to be called new.
    void AddUncertain()
    {
        Add("uncertain/ridge-cut.jpg", Verdict.Uncertain, () => StillEncoder.Jpeg(Geometry.Crop(_scenes["landscape-5"], 29), 80));
        Add("uncertain/spheres-2-cut.jpg", Verdict.Uncertain, () => StillEncoder.Jpeg(Geometry.Crop(_scenes["spheres-2"], 19), 80));
    }

    void AddVariants()
    {
        Add("variants/bokeh-framed.jpg", Verdict.Repeat, () => StillEncoder.Jpeg(Geometry.Frame(_scenes["bokeh-1"], 4, 0x000000), 80));
        Add("variants/brick-q40.jpg", Verdict.Repeat, () => StillEncoder.Jpeg(_scenes["brick-1"], 40));
        Add("variants/hello-small.gif", Verdict.Repeat, () => StillEncoder.Gif(Resample.Scale(_scenes["card-hello"], 50)));
        Add("variants/landscape-1-copy.jpg", Verdict.Repeat, () => StillEncoder.Jpeg(_scenes["landscape-1"], 85));
        Add("variants/landscape-1-half.jpg", Verdict.Repeat, () => StillEncoder.Jpeg(Resample.Scale(_scenes["landscape-1"], 50), 80));
        Add("variants/landscape-1-q40.jpg", Verdict.Repeat, () => StillEncoder.Jpeg(_scenes["landscape-1"], 40));
        Add("variants/landscape-2-grey.jpg", Verdict.Repeat, () => SpecialEncoder.GreyJpeg(_scenes["landscape-2"], 75));
        Add("variants/landscape-4-half.webp", Verdict.Repeat, () => StillEncoder.WebP(Resample.Scale(_scenes["landscape-4"], 50), 75));
        Add("variants/meadow-dark.jpg", Verdict.Repeat, () => StillEncoder.Jpeg(Tone.Brighten(_scenes["meadow-1"], -30), 70));
        Add("variants/pebbles-cropped.jpg", Verdict.Repeat, () => StillEncoder.Jpeg(Geometry.Crop(_scenes["pebbles-1"], 10), 70));
        Add("variants/seascape-bright.jpg", Verdict.Repeat, () => StillEncoder.Jpeg(Tone.Brighten(_scenes["seascape-1"], 25), 80));
        Add("variants/skyline-captioned.jpg", Verdict.Repeat, () => StillEncoder.Jpeg(Lettering.Caption(_scenes["skyline-1"], "HELLO CITY", 3, 350), 75));
        Add("variants/skyline-oriented.jpg", Verdict.Repeat, () => SpecialEncoder.OrientedJpeg(_scenes["skyline-1"], 60));
        Add("variants/spheres-1-cropped.jpg", Verdict.Repeat, () => StillEncoder.Jpeg(Geometry.Crop(_scenes["spheres-1"], 15), 80));
        Add("variants/still-life-1-contrast.jpg", Verdict.Repeat, () => StillEncoder.Jpeg(Tone.Contrast(_scenes["still-life-1"], 80), 80));
        Add("variants/still-life-1-half.avif", Verdict.Repeat, () => StillEncoder.Avif(Resample.Scale(_scenes["still-life-1"], 50), 55));
        Add("variants/still-life-2-detail.jpg", Verdict.FirstGeneration, () => StillEncoder.Jpeg(Geometry.Crop(_scenes["still-life-2"], 200), 80));
        Add("variants/wood-tiny.png", Verdict.Repeat, () => StillEncoder.Png(Resample.To(_scenes["wood-1"], 160, 120)));
    }

    RgbImage Small(string name) => Resample.To(_scenes[name], 240, 180);

    byte[] Meme(string? top, string? bottom, int scale)
    {
        var picture = _scenes["spheres-6"];
        picture = top is null ? picture : Lettering.Caption(picture, top, scale, 10);
        var lastLine = picture.Height - 10 - (BitmapFont.Height * scale);
        picture = bottom is null ? picture : Lettering.Caption(picture, bottom, scale, lastLine);
        return StillEncoder.Jpeg(picture, 80);
    }

    static byte[] FirstHalf(byte[] file) => file[..(file.Length / 2)];

    void Add(string path, string verdict, Func<byte[]> encode, bool listedByDigest = false) =>
        _files.Add(new PlannedFile(path, verdict, encode) { IsListedByDigest = listedByDigest });
}
