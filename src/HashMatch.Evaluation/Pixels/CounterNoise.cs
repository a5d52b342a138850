namespace HashMatch.Evaluation.Pixels;

/// <summary>Random numbers by place: the n-th of a seed, whoever asks and when. The same on every machine and runtime.</summary>
/// <remarks>Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators" (2014): the output function of SplitMix64.</remarks>
static class CounterNoise
{
    const ulong Step = 0x9E3779B97F4A7C15;

    internal static ulong At(ulong seed, ulong place)
    {
        var z = seed + ((place + 1) * Step);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number of nearly normal distribution with mean 0 and standard deviation <paramref name="deviation"/>, rounded.</summary>
    internal static int NormalAt(ulong seed, ulong place, int deviation)
    {
        var bits = At(seed, place);
        // The sum of four uniform numbers below 2^16 has the mean 131,070 and the deviation 37,837.
        var sum = (long)(bits & 0xFFFF) + (long)((bits >> 16) & 0xFFFF) + (long)((bits >> 32) & 0xFFFF) + (long)(bits >> 48);
        var scaled = (sum - 131_070) * deviation;
        return (int)((scaled + (scaled < 0 ? -18_918 : 18_918)) / 37_837);
    }
}
