namespace HashMatch.TestData.Arithmetic;

/// <summary>Smooth random functions of the plane, built from the lattice by interpolation and by summing octaves.</summary>
readonly struct ValueNoise(ulong seed)
{
    readonly Lattice _lattice = new(seed);

    /// <summary>One octave, 0..1; features are about one unit wide.</summary>
    public double At(double x, double y)
    {
        var left = (int)Math.Floor(x);
        var top = (int)Math.Floor(y);
        var u = Curve.Smooth(x - left);
        var v = Curve.Smooth(y - top);
        var upper = Curve.Lerp(_lattice.At(left, top), _lattice.At(left + 1, top), u);
        var lower = Curve.Lerp(_lattice.At(left, top + 1), _lattice.At(left + 1, top + 1), u);
        return Curve.Lerp(upper, lower, v);
    }

    /// <summary>Octaves of halving width and halving weight, 0..1: the spectrum of terrain and clouds.</summary>
    public double Fractal(double x, double y, int octaves)
    {
        var sum = 0.0;
        var weight = 0.5;
        var total = 0.0;
        for (var octave = 0; octave < octaves; octave++)
        {
            sum += weight * At(x, y);
            total += weight;
            weight *= 0.5;

            // The shift keeps the lattices of two octaves from lining up, which would show as a grid.
            x = (x * 2) + 17.3;
            y = (y * 2) + 9.7;
        }

        return sum / total;
    }

    /// <summary>Like <see cref="Fractal"/> with a crease where an octave crosses its middle: veins and crests.</summary>
    public double Ridged(double x, double y, int octaves)
    {
        var sum = 0.0;
        var weight = 0.5;
        var total = 0.0;
        for (var octave = 0; octave < octaves; octave++)
        {
            sum += weight * (1 - Math.Abs((2 * At(x, y)) - 1));
            total += weight;
            weight *= 0.5;
            x = (x * 2) + 31.1;
            y = (y * 2) + 5.9;
        }

        return sum / total;
    }
}
