using System.Runtime.Intrinsics;

namespace HashMatch.Hashers.Transforms;

/// <summary>The inputs that one output of a Lanczos resize is made of, and their weights, as Pillow has them.</summary>
/// <remarks>
/// The filter is sinc(x) sinc(x/3) for |x| below 3, stretched by the factor of reduction. Weights are divided by their
/// sum and rounded to units of 2^-22.
/// </remarks>
readonly struct LanczosWindow
{
    /// <summary>Weights are whole numbers of 2^-22.</summary>
    internal const int WeightBits = 22;

    const double Support = 3;

    /// <summary>How far sines are carried from one position to the next before they are computed anew.</summary>
    const int ChunkLength = 256;

    readonly double _center;
    readonly double _unit;
    readonly double _scale;

    /// <param name="length">Inputs on the axis.</param>
    /// <param name="outputs">Outputs on the axis.</param>
    /// <param name="output">Which of them.</param>
    internal LanczosWindow(int length, int outputs, int output)
    {
        var scale = (double)length / outputs;
        var stretch = Math.Max(scale, 1.0);
        _center = (output + 0.5) * scale;
        _unit = Math.PI / Support / stretch;
        Start = Math.Max((int)(_center - (Support * stretch) + 0.5), 0);
        End = Math.Min((int)(_center + (Support * stretch) + 0.5), length);

        var sum = 0.0;
        Span<double> values = stackalloc double[ChunkLength];
        for (var start = Start; start < End; start += ChunkLength)
        {
            var count = Math.Min(ChunkLength, End - start);
            Evaluate(start, values);
            foreach (var value in values[..count])
            {
                sum += value;
            }
        }

        _scale = (1 << WeightBits) / sum;
    }

    /// <summary>The first input.</summary>
    internal int Start { get; }

    /// <summary>Behind the last input.</summary>
    internal int End { get; }

    /// <summary>No weight is larger: the filter's top is 1 before scaling.</summary>
    internal int WeightBound => (int)_scale + 1;

    /// <summary>The weights of the inputs from <paramref name="start"/> on, as many as fit.</summary>
    internal void CopyTo(int start, Span<int> weights)
    {
        Span<double> values = stackalloc double[ChunkLength];
        for (; !weights.IsEmpty; start += ChunkLength)
        {
            Evaluate(start, values);
            var chunk = weights[..Math.Min(ChunkLength, weights.Length)];
            for (var i = 0; i < chunk.Length; i++)
            {
                var value = values[i] * _scale;
                chunk[i] = (int)(value < 0 ? value - 0.5 : value + 0.5);
            }

            weights = weights[chunk.Length..];
        }
    }

    /// <summary>The filter at <see cref="ChunkLength"/> inputs from <paramref name="start"/> on.</summary>
    /// <remarks>
    /// With t = pi x / 3 and u = sin(t)^2 the filter is u (3 - 4 u) / (3 t^2), since sin(3t) = sin(t) (3 - 4 u). Sine and
    /// cosine of the next four positions are those of the last four, rotated: a sine a weight would cost more than the
    /// resize. The rotation's error stays below 1e-13, far below the unit of the weights.
    /// </remarks>
    void Evaluate(int start, Span<double> values)
    {
        var position = Vector256.Create((double)start, start + 1.0, start + 2.0, start + 3.0) -
            Vector256.Create(_center) + Vector256.Create(0.5);
        var t = position * _unit;
        Span<double> sines = stackalloc double[Vector256<double>.Count];
        Span<double> cosines = stackalloc double[Vector256<double>.Count];
        for (var i = 0; i < sines.Length; i++)
        {
            (sines[i], cosines[i]) = Math.SinCos(t[i]);
        }

        var (stepSine, stepCosine) = Math.SinCos(sines.Length * _unit);
        var sine = Vector256.Create<double>(sines);
        var cosine = Vector256.Create<double>(cosines);
        var three = Vector256.Create(3.0);
        for (var i = 0; i < ChunkLength; i += Vector256<double>.Count)
        {
            var u = sine * sine;
            var value = u * (three - (u * 4.0)) / (t * t * 3.0);
            Vector256.ConditionalSelect(Vector256.Equals(t, Vector256<double>.Zero), Vector256<double>.One, value).CopyTo(values[i..]);
            position += Vector256.Create((double)Vector256<double>.Count);
            t = position * _unit;
            (sine, cosine) = ((sine * stepCosine) + (cosine * stepSine), (cosine * stepCosine) - (sine * stepSine));
        }
    }
}
