namespace HashMatch.Pages.Tests;

/// <summary>How eyes with all, or without one, of the three kinds of cones see a colour.</summary>
/// <remarks>The matrices are those of Machado, Oliveira and Fernandes (2009) at full severity, over linear RGB.</remarks>
/// <param name="Name">Of the eyes.</param>
/// <param name="Matrix">From the colour to what is seen, by rows.</param>
sealed record Sight(string Name, double[] Matrix)
{
    internal static Sight[] All { get; } =
    [
        new("common", [1, 0, 0, 0, 1, 0, 0, 0, 1]),
        new("protan", [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998]),
        new("deutan", [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881]),
        new("tritan", [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900]),
    ];

    /// <summary>What is seen, in CIE Lab.</summary>
    /// <param name="rgb">Linear, 0 to 1.</param>
    internal double[] Lab(double[] rgb)
    {
        double[] seen = [.. Enumerable.Range(0, 3).Select(row => Math.Clamp(Enumerable.Range(0, 3).Sum(i => Matrix[(3 * row) + i] * rgb[i]), 0, 1))];
        var x = Root(((0.4124 * seen[0]) + (0.3576 * seen[1]) + (0.1805 * seen[2])) / 0.9505);
        var y = Root((0.2126 * seen[0]) + (0.7152 * seen[1]) + (0.0722 * seen[2]));
        var z = Root(((0.0193 * seen[0]) + (0.1192 * seen[1]) + (0.9505 * seen[2])) / 1.089);
        return [(116 * y) - 16, 500 * (x - y), 200 * (y - z)];
    }

    static double Root(double value) => value > 0.008856 ? Math.Cbrt(value) : (7.787 * value) + (16.0 / 116);
}
