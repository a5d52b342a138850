using System.Globalization;
using HashMatch.Evaluation.Pixels;
using HashMatch.Hashers;

namespace HashMatch.Evaluation.Alterations;

/// <summary>Every alteration, in the order of reports.</summary>
static class AlterationCatalog
{
    static readonly int[] s_jpegQualities = [90, 75, 50, 30, 10];
    static readonly int[] s_webPQualities = [80, 30];
    static readonly double[] s_factors = [0.25, 0.5, 0.75, 1.5, 2, 4];
    static readonly int[] s_toneSteps = [-40, -20, -10, 10, 20, 40];
    static readonly int[] s_tilts = [1, 2, 5, 10];
    static readonly int[] s_crops = [5, 10, 20, 30, 50];

    static readonly (string Name, Rgb Colour)[] s_colours = [("black", Rgb.Black), ("white", Rgb.White), ("coloured", Rgb.Coloured)];

    /// <summary>The picture unchanged: the control, and the query for pairs of originals.</summary>
    internal static Alteration Identical { get; } = new("identical", AlterationFamily.None, "the same pixels", (picture, _) => picture);

    /// <summary>All, <see cref="Identical"/> first.</summary>
    internal static IReadOnlyList<Alteration> All { get; } =
        [Identical, .. SavedAgain(), .. Sharpnesses(), .. Tones(), .. Turns(), .. Tilts(), .. Crops(), .. Frames(), .. Combinations()];

    static IEnumerable<Alteration> SavedAgain() =>
    [
        .. from quality in s_jpegQualities
           select Of($"jpeg-{quality}", AlterationFamily.SavedAgain, $"JPEG of quality {quality}", picture => Recoding.Jpeg(picture, quality)),
        .. from quality in s_webPQualities
           select Of($"webp-{quality}", AlterationFamily.SavedAgain, $"WebP of quality {quality}", picture => Recoding.WebP(picture, quality)),
        .. from factor in s_factors
           let text = factor.ToString(CultureInfo.InvariantCulture)
           select Of($"resize-{text}", AlterationFamily.SavedAgain, $"sides times {text}{(factor > 1 ? ", to at most 16 megapixels" : "")}", picture => Recoding.Resize(picture, factor)),
    ];

    static IEnumerable<Alteration> Sharpnesses() =>
    [
        .. from step in new[] { ("light", 1.0), ("medium", 2.5), ("strong", 5.0) }
           select Of($"blur-{step.Item1}", AlterationFamily.Sharpness, string.Create(CultureInfo.InvariantCulture, $"Gaussian blur, sigma {step.Item2} pixels at 512 pixels of the shorter side"), picture => Sharpness.Blur(picture, step.Item2)),
        .. from step in new[] { ("light", 50), ("medium", 150), ("strong", 400) }
           select Of($"sharpen-{step.Item1}", AlterationFamily.Sharpness, $"unsharp mask of {step.Item2} %", picture => Sharpness.Sharpen(picture, step.Item2)),
        .. from step in new[] { ("light", 5), ("medium", 15), ("strong", 40) }
           select new Alteration($"noise-{step.Item1}", AlterationFamily.Sharpness, $"noise of deviation {step.Item2} of 255", (picture, seed) => Sharpness.Noise(picture, step.Item2, seed)),
    ];

    static IEnumerable<Alteration> Tones() =>
    [
        .. from percent in s_toneSteps select Of($"brightness{percent:+0;-0}", AlterationFamily.Tone, $"brightness {percent:+0;-0} %", picture => Tone.Brightness(picture, percent)),
        .. from percent in s_toneSteps select Of($"contrast{percent:+0;-0}", AlterationFamily.Tone, $"contrast {percent:+0;-0} %", picture => Tone.Contrast(picture, percent)),
        .. from percent in s_toneSteps select Of($"gamma{percent:+0;-0}", AlterationFamily.Tone, $"gamma {percent:+0;-0} %", picture => Tone.Gamma(picture, percent)),
        .. from percent in s_toneSteps select Of($"saturation{percent:+0;-0}", AlterationFamily.Tone, $"saturation {percent:+0;-0} %", picture => Tone.Saturation(picture, percent)),
        Of("greyscale", AlterationFamily.Tone, "without colour", picture => Tone.Saturation(picture, -100)),
    ];

    static IEnumerable<Alteration> Turns() =>
        from turn in new[]
        {
            ("rotate-90", DihedralTransform.Rot90), ("rotate-180", DihedralTransform.Rot180), ("rotate-270", DihedralTransform.Rot270),
            ("flip-horizontal", DihedralTransform.FlipHorizontal), ("flip-vertical", DihedralTransform.FlipVertical),
            ("transpose", DihedralTransform.Transpose), ("transverse", DihedralTransform.Transverse),
        }
        select Of(turn.Item1, AlterationFamily.Turned, "turned or mirrored without loss", picture => Turning.Turn(picture, turn.Item2));

    static IEnumerable<Alteration> Tilts() =>
        from degrees in s_tilts
        select Of($"tilt-{degrees}", AlterationFamily.Tilted, $"turned by {degrees}°, black corners", picture => Turning.Tilt(picture, degrees));

    static IEnumerable<Alteration> Crops() =>
    [
        .. from percent in s_crops
           select Of($"crop-{percent}", AlterationFamily.Cropped, $"{percent} % cut from the right", picture => Cropping.OneSide(picture, percent)),
        .. from percent in s_crops
           select Of($"crop-{percent}-two", AlterationFamily.Cropped, $"{percent} % cut from the right and from the bottom", picture => Cropping.TwoSides(picture, percent)),
    ];

    static IEnumerable<Alteration> Frames() =>
    [
        .. from colour in s_colours select Of($"letterbox-{colour.Name}", AlterationFamily.Framed, "bars above and below, an eighth of the height each", picture => Framing.Letterbox(picture, colour.Colour)),
        .. from colour in s_colours select Of($"pillarbox-{colour.Name}", AlterationFamily.Framed, "bars left and right, an eighth of the width each", picture => Framing.Pillarbox(picture, colour.Colour)),
        .. from colour in s_colours select Of($"border-{colour.Name}", AlterationFamily.Framed, "a border of a twentieth of the shorter side", picture => Framing.Border(picture, colour.Colour)),
        new("caption", AlterationFamily.Framed, "a white bar with two lines of signs below", Framing.Caption),
        Of("logo", AlterationFamily.Framed, "a mark over the lower right corner", Logo.Overlay),
        new("screenshot", AlterationFamily.Framed, "within the frame of a window", Framing.Screenshot),
    ];

    static IEnumerable<Alteration> Combinations() =>
    [
        Together("crop-10-two", "resize-0.5", "jpeg-50"),
        Together("border-white", "brightness+20", "jpeg-30"),
        Together("logo", "blur-light", "webp-30"),
        Together("caption", "contrast-20", "resize-0.75"),
        Together("flip-horizontal", "saturation-40", "jpeg-50"),
        Together("letterbox-black", "rotate-90", "resize-0.5"),
        Together("screenshot", "gamma+20", "jpeg-75"),
    ];

    static Alteration Of(string name, AlterationFamily family, string description, Func<RgbPicture, RgbPicture?> apply) =>
        new(name, family, description, (picture, _) => apply(picture));

    /// <summary>Several one after the other, each found among the single ones by its name.</summary>
    static Alteration Together(params string[] names)
    {
        Alteration[] singles = [.. SavedAgain(), .. Sharpnesses(), .. Tones(), .. Turns(), .. Crops(), .. Frames()];
        Alteration[] steps = [.. names.Select(name => singles.Single(single => single.Name == name))];
        return new Alteration(string.Join('_', names), AlterationFamily.Combined, "one after the other", (picture, seed) =>
        {
            RgbPicture? copy = picture;
            foreach (var step in steps)
            {
                copy = copy is null ? null : step.Apply(copy, seed);
            }

            return copy;
        });
    }
}
