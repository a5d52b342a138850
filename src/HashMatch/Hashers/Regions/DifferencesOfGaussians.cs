using System.Buffers;
using HashMatch.Hashers.Transforms;

namespace HashMatch.Hashers.Regions;

/// <summary>One plane blurred more and more, and what each step took away: five layers over one octave of scale.</summary>
readonly struct DifferencesOfGaussians : IDisposable
{
    /// <summary>Layers to the doubling of scale.</summary>
    internal const int LayersPerOctave = 3;

    /// <summary>The blur of layer 0, in pixels.</summary>
    internal const float FirstSigma = 1.6f;

    /// <summary>The blur a reduced plane has already.</summary>
    const double AssumedSigma = 0.5;

    const int Blurs = LayersPerOctave + 3;

    static readonly float[][] s_taps = MakeTaps();

    readonly float[] _values;

    internal DifferencesOfGaussians(ReadOnlySpan<float> plane, int width)
    {
        Width = width;
        PlaneLength = plane.Length;
        _values = ArrayPool<float>.Shared.Rent((Blurs * PlaneLength) + GaussianFilter.ScratchLength(width, s_taps[^1].Length));
        var scratch = _values.AsSpan(Blurs * PlaneLength);
        for (var i = 0; i < Blurs; i++)
        {
            var blurred = Plane(i);
            GaussianFilter.Blur(plane, width, s_taps[i], blurred, scratch);
            plane = blurred;
        }

        // Each difference takes the place of the weaker blur, which nothing needs any more.
        for (var i = 0; i < Blurs - 1; i++)
        {
            GaussianFilter.SubtractFrom(Plane(i + 1), Plane(i));
        }
    }

    internal int Width { get; }

    internal int PlaneLength { get; }

    /// <summary>The layers, one after the other.</summary>
    internal ReadOnlySpan<float> Layers => _values.AsSpan(0, (Blurs - 1) * PlaneLength);

    public void Dispose() => ArrayPool<float>.Shared.Return(_values);

    Span<float> Plane(int index) => _values.AsSpan(index * PlaneLength, PlaneLength);

    /// <summary>Kernels from each blur to the next.</summary>
    static float[][] MakeTaps()
    {
        var taps = new float[Blurs][];
        var have = AssumedSigma;
        for (var i = 0; i < Blurs; i++)
        {
            var want = FirstSigma * Math.Pow(2, i / (double)LayersPerOctave);
            taps[i] = Gaussian(Math.Sqrt((want * want) - (have * have)));
            have = want;
        }

        return taps;
    }

    /// <summary>Half a kernel. Weights are rounded well above the last bits, in which mathematics libraries differ.</summary>
    static float[] Gaussian(double sigma)
    {
        const double Unit = 1 << 20;
        var weights = new double[(int)Math.Ceiling(3 * sigma) + 1];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = Math.Exp(-i * i / (2 * sigma * sigma));
        }

        var sum = (2 * weights.Sum()) - weights[0];
        return [.. weights.Select(weight => (float)(Math.Round(weight / sum * Unit) / Unit))];
    }
}
