using FsCheck.Xunit;
using HashMatch.Hashers.Transforms;

namespace HashMatch.Tests.Hashers;

/// <summary>The transform in whole numbers against its definition in floating point.</summary>
public sealed class LowCosinesProperties
{
    const int Samples = LowCosines.Samples;
    const int Frequencies = LowCosines.Frequencies;

    [Property(MaxTest = 30)]
    public void Frequencies_are_those_of_the_definition(int seed)
    {
        var samples = new byte[Samples * Samples];
        new Random(seed).NextBytes(samples);
        var frequencies = new long[Frequencies * Frequencies];
        LowCosines.Transform(samples, frequencies);
        for (var i = 0; i < frequencies.Length; i++)
        {
            Assert.Equal(Definition(samples, i / Frequencies, i % Frequencies), frequencies[i] * Math.Pow(2, -44), 0.01);
        }
    }

    [Fact]
    public void The_brightest_picture_does_not_overflow()
    {
        var samples = new byte[Samples * Samples];
        Array.Fill(samples, byte.MaxValue);
        var frequencies = new long[Frequencies * Frequencies];
        LowCosines.Transform(samples, frequencies);
        Assert.Equal(255L * Samples * Samples << 44, frequencies[0]);
        Assert.All(frequencies[1..], frequency => Assert.Equal(0, frequency));
    }

    static double Definition(byte[] samples, int vertical, int horizontal)
    {
        var sum = 0.0;
        for (var i = 0; i < samples.Length; i++)
        {
            sum += samples[i] * Wave(vertical, i / Samples) * Wave(horizontal, i % Samples);
        }

        return sum;
    }

    static double Wave(int frequency, int sample) => Math.Cos(Math.PI * frequency * ((2 * sample) + 1) / (2 * Samples));
}
