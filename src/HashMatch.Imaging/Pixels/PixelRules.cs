using HashMatch.Imaging.Structures;

namespace HashMatch.Imaging.Pixels;

/// <summary>The integer rules that reduce decoded 8-bit bands to grey or RGB, in place and the same on every machine.</summary>
static class PixelRules
{
    /// <summary>A colour over white: <c>(c*a + 255*(255-a)) / 255</c>, rounded.</summary>
    public static byte OverWhite(byte colour, byte alpha) =>
        (byte)(((colour * alpha) + (255 * (255 - alpha)) + 127) / 255);

    /// <summary>A colour already multiplied by its alpha, over white.</summary>
    public static byte PremultipliedOverWhite(byte colour, byte alpha) => (byte)Math.Min(255, colour + 255 - alpha);

    /// <summary>One ink and black to one colour: <c>(255-ink) * (255-black) / 255</c>, rounded.</summary>
    public static byte FromInk(byte ink, byte black) => (byte)((((255 - ink) * (255 - black)) + 127) / 255);

    /// <summary>Keeps the first <paramref name="colours"/> of <paramref name="bands"/>, with the next one as alpha.</summary>
    /// <returns>The bytes now in use at the start of <paramref name="data"/>.</returns>
    public static int Flatten(Span<byte> data, int bands, int colours, AlphaKind alphaKind)
    {
        var to = 0;
        for (var from = 0; from < data.Length; from += bands)
        {
            var alpha = alphaKind == AlphaKind.None || bands == colours ? byte.MaxValue : data[from + colours];
            for (var c = 0; c < colours; c++)
            {
                var colour = data[from + c];
                data[to++] = alpha == byte.MaxValue ? colour
                    : alphaKind == AlphaKind.Straight ? OverWhite(colour, alpha)
                    : PremultipliedOverWhite(colour, alpha);
            }
        }

        return to;
    }

    /// <summary>Cyan, magenta, yellow, black (0 is no ink; bands beyond are ignored) to RGB.</summary>
    /// <returns>The bytes now in use at the start of <paramref name="data"/>.</returns>
    public static int FromCmyk(Span<byte> data, int bands)
    {
        var to = 0;
        for (var from = 0; from < data.Length; from += bands)
        {
            var black = data[from + 3];
            for (var c = 0; c < 3; c++)
            {
                data[to++] = FromInk(data[from + c], black);
            }
        }

        return to;
    }
}
