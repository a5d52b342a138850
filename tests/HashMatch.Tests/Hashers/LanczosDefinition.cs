using HashMatch.Hashers.Transforms;

namespace HashMatch.Tests.Hashers;

/// <summary>Lanczos as its definition reads, with Pillow's rounding: slow, and without a line of the resampler.</summary>
static class LanczosDefinition
{
    const int Bits = 22;

    /// <summary>The first input and the weights of an output.</summary>
    internal static (int Start, int[] Weights) Weights(int length, int outputs, int output)
    {
        var scale = (double)length / outputs;
        var stretch = Math.Max(1, scale);
        var center = (output + 0.5) * scale;
        var start = Math.Max(0, (int)(center - (3 * stretch) + 0.5));
        var end = Math.Min(length, (int)(center + (3 * stretch) + 0.5));
        double[] values = [.. Enumerable.Range(start, end - start).Select(i => Filter((i - center + 0.5) / stretch))];
        var sum = values.Sum();
        return (start, [.. values.Select(value => (int)Math.Round(value / sum * (1 << Bits), MidpointRounding.AwayFromZero))]);
    }

    /// <summary>Luma of the picture at another size, row after row.</summary>
    internal static byte[] Resize(TestPicture picture, int width, int height)
    {
        var step = (int)picture.Layout;
        byte[] luma = [.. Enumerable.Range(0, picture.Width * picture.Height).Select(i => RoundedLuma.Of(
            picture.Pixels[i * step], picture.Pixels[(i * step) + (step / 2)], picture.Pixels[(i * step) + step - 1]))];
        var narrow = ResizeRows(luma, picture.Width, width);
        return Transpose(ResizeRows(Transpose(narrow, width), picture.Height, height), height);
    }

    static byte[] ResizeRows(byte[] values, int length, int outputs)
    {
        var result = new byte[values.Length / length * outputs];
        for (var output = 0; output < outputs; output++)
        {
            var (start, weights) = Weights(length, outputs, output);
            for (var row = 0; row < values.Length / length; row++)
            {
                var sum = 1 << (Bits - 1);
                for (var i = 0; i < weights.Length; i++)
                {
                    sum += values[(row * length) + start + i] * weights[i];
                }

                result[(row * outputs) + output] = (byte)Math.Clamp(sum >> Bits, 0, 255);
            }
        }

        return result;
    }

    static byte[] Transpose(byte[] values, int width)
    {
        var height = values.Length / width;
        return [.. Enumerable.Range(0, values.Length).Select(i => values[(i % height * width) + (i / height)])];
    }

    static double Filter(double x) => x is >= -3 and < 3 ? Sinc(x) * Sinc(x / 3) : 0;

    static double Sinc(double x) => x == 0 ? 1 : Math.Sin(x * Math.PI) / (x * Math.PI);
}
