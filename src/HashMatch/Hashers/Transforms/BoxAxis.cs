using System.Runtime.CompilerServices;

namespace HashMatch.Hashers.Transforms;

/// <summary>The box filter of one axis as a walk of equal steps, and where the 64 samples fall on it.</summary>
/// <remarks>
/// <para>PDQ's filter has four phases (fill, partial, full, drain). As steps they are one: step s adds input s, subtracts
/// input s - window, and gives output s - lead. Inputs outside the axis are zeros, and adding or subtracting +0 changes
/// no bit of a sum that started at +0, so only the divisor tells the phases apart.</para>
/// <para>The second pass reads the first one's outputs still delayed by the lead: its step s also uses number s, and
/// sample i leaves it at step <see cref="SampleStep"/>. By then every window is full, so the second pass always divides
/// by <see cref="Window"/>.</para>
/// </remarks>
readonly struct BoxAxis(int length)
{
    /// <summary>Samples on each axis of the reduced picture.</summary>
    internal const int SampleCount = 64;

    /// <summary>Pixels along the axis.</summary>
    internal int Length => length;

    /// <summary>Pixels in a full window.</summary>
    internal int Window { get; } = (int)(((long)length + 127) / 128);

    /// <summary>Steps by which outputs trail inputs.</summary>
    internal int Lead => Window / 2;

    /// <summary>Steps until the last sample has left the second pass; at most one more than <see cref="Length"/>.</summary>
    internal int Steps => SampleStep(SampleCount - 1) + 1;

    /// <summary>The pixel that becomes sample <paramref name="index"/>: the one under the middle of its share.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Sample(int index) => (int)(((2L * index) + 1) * length / (2 * SampleCount));

    /// <summary>The step at which the second pass has sample <paramref name="index"/>.</summary>
    internal int SampleStep(int index) => Sample(index) + (2 * Lead);

    /// <summary>The pixel that becomes sample <paramref name="index"/> of the mirrored axis.</summary>
    /// <remarks>
    /// A window of an even number of pixels has one more on its right. Mirrored it has one more on its left: the same
    /// pixels as the window one place to the left, two places after two passes. With a window of two pixels the last
    /// sample so falls one place before the axis, on the <see cref="EarlyOutputs">early output</see>.
    /// </remarks>
    internal int MirroredSample(int index) => length - 1 - Sample(index) - (Window % 2 == 0 ? 2 : 0);

    /// <summary>The step at which the second pass has sample <paramref name="index"/> of the mirrored axis.</summary>
    internal int MirroredSampleStep(int index) => MirroredSample(index) + (2 * Lead);

    /// <summary>
    /// Outputs of the first pass before the axis that are kept: the one over its first pixel alone, if windows have two.
    /// The second pass leaves it out of its sums.
    /// </summary>
    internal int EarlyOutputs => Window == 2 ? 1 : 0;

    /// <summary>Whether the second pass takes a sample before the axis at <paramref name="step"/>, with the early output.</summary>
    internal bool IsEarly(int step) => step < 2 * Lead;

    /// <summary>Whether the window is full at <paramref name="count"/> steps from <paramref name="step"/>.</summary>
    internal bool IsFull(int step, int count) => step >= Window - 1 && step + count <= length;

    /// <summary>
    /// What the first pass divides by at <paramref name="step"/>: the pixels in its window; infinity, which makes zeros,
    /// before there is any output that is kept.
    /// </summary>
    internal float Divisor(int step) => step < Lead - EarlyOutputs
        ? float.PositiveInfinity
        : Math.Min(Math.Min(step + 1, Window), Window + length - 1 - step);
}
