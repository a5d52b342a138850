using HashMatch.TestData.Arithmetic;
using HashMatch.TestData.Scenes;

namespace HashMatch.TestData.Pixels;

/// <summary>Draws scenes: four samples a pixel, then the grain of a sensor, so that flat areas are not perfectly flat.</summary>
static class Renderer
{
    // Two samples a side soften edges enough for a hash of 64 x 64 and keep a full run at seconds.
    const int SamplesPerSide = 2;

    /// <summary>The scene at a size.</summary>
    /// <param name="scene">What to draw.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="grain">The largest change of a pixel by grain, in 8-bit steps; 0 for none.</param>
    public static RgbImage Draw(IScene scene, int width, int height, int grain)
    {
        var image = new RgbImage(width, height);
        var lattice = new Lattice((ulong)grain);
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
            {
                var colour = Sample(scene, x, y, height);
                var shift = grain == 0 ? 0 : (int)(lattice.Bits(x, y) % (ulong)((2 * grain) + 1)) - grain;
                var pixel = image.Pixel(x, y);
                pixel[0] = Tone.Clamp(Rgb.Encode(colour.R) + shift);
                pixel[1] = Tone.Clamp(Rgb.Encode(colour.G) + shift);
                pixel[2] = Tone.Clamp(Rgb.Encode(colour.B) + shift);
            }
        });
        return image;
    }

    static Rgb Sample(IScene scene, int x, int y, int height)
    {
        var sum = default(Rgb);
        for (var sample = 0; sample < SamplesPerSide * SamplesPerSide; sample++)
        {
            var dx = ((sample % SamplesPerSide) + 0.5) / SamplesPerSide;
            var dy = ((sample / SamplesPerSide) + 0.5) / SamplesPerSide;
            sum += scene.Shade((x + dx) / height, (y + dy) / height);
        }

        return sum * (1.0 / (SamplesPerSide * SamplesPerSide));
    }
}
