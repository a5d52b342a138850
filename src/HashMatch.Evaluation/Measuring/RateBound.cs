namespace HashMatch.Evaluation.Measuring;

/// <summary>How large a rate may be in truth when few events were seen.</summary>
static class RateBound
{
    /// <summary>The chance that the bound is too low.</summary>
    const double Doubt = 0.05;

    /// <summary>From here on a factorial is not multiplied out: large collections have hundreds of millions of pairs.</summary>
    const long LeastForSeries = 10_000;

    /// <summary>
    /// The rate that <paramref name="events"/> among <paramref name="trials"/> stay below with 95 % confidence, if the trials
    /// are independent: the exact limit of a Poisson count (none seen: 3.0 over the trials).
    /// </summary>
    /// <remarks>Garwood, "Fiducial Limits for the Poisson Distribution", Biometrika 28 (1936).</remarks>
    internal static double Upper(long events, long trials)
    {
        if (trials == 0)
        {
            return 1;
        }

        var logFactorial = LogFactorial(events);
        // The chance of so few events falls as the mean grows: halve the range that holds the mean at which it is 5 %.
        var (low, high) = ((double)events, events + 5 + (4 * Math.Sqrt(events + 1.0)));
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = ChanceOfAtMost(events, middle, logFactorial) > Doubt ? (middle, high) : (low, middle);
        }

        return Math.Min(1, high / trials);
    }

    static double ChanceOfAtMost(long events, double mean, double logFactorial)
    {
        // From the largest term down, each by the one above it: nothing overflows, and the small ones do not count.
        var term = Math.Exp((events * Math.Log(mean)) - mean - logFactorial);
        var sum = 0.0;
        for (var i = events; i >= 0 && term > sum * 1e-17; i--)
        {
            sum += term;
            term *= i / mean;
        }

        return sum;
    }

    /// <summary>The natural logarithm of 1 · 2 · … · <paramref name="n"/>.</summary>
    static double LogFactorial(long n)
    {
        if (n >= LeastForSeries)
        {
            // Stirling's series: so far out, what follows these terms is below the last digit.
            return ((n + 0.5) * Math.Log(n)) - n + (0.5 * Math.Log(2 * Math.PI)) + (1.0 / (12.0 * n));
        }

        var sum = 0.0;
        for (var i = 2L; i <= n; i++)
        {
            sum += Math.Log(i);
        }

        return sum;
    }
}
