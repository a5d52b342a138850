using System.Runtime.InteropServices;

namespace HashMatch.Imaging.Isolation;

/// <summary>The message that has a file decoded whose bytes lie in the shared memory.</summary>
[StructLayout(LayoutKind.Sequential)]
readonly record struct WorkerRequest(long Number, long FileLength, long MaxPixels, long MaxBytes, long TimeoutTicks, int SufficientSide, int Switches)
{
    const int Orients = 1;
    const int Tolerates = 2;

    internal static WorkerRequest Of(long number, int fileLength, DecodeOptions options) => new(
        number, fileLength, options.MaxPixels, options.MaxBytes, options.Timeout.Ticks, options.SufficientSide,
        (options.ApplyOrientation ? Orients : 0) | (options.Tolerant ? Tolerates : 0));

    /// <summary>The options it was made of.</summary>
    internal DecodeOptions ToOptions() => new()
    {
        MaxPixels = MaxPixels,
        MaxBytes = MaxBytes,
        Timeout = TimeSpan.FromTicks(TimeoutTicks),
        SufficientSide = SufficientSide,
        ApplyOrientation = (Switches & Orients) != 0,
        Tolerant = (Switches & Tolerates) != 0,
    };
}
