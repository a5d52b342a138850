namespace HashMatch.Imaging.Isolation;

/// <summary>How much a worker may take: room in the memory it shares, and memory of its own.</summary>
/// <param name="FileBytes">The largest file.</param>
/// <param name="PixelBytes">Room for pixels: a picture, and once more while it is turned.</param>
/// <param name="Memory">Memory of its own beyond what it took to start.</param>
readonly record struct WorkerLimits(long FileBytes, long PixelBytes, long Memory)
{
    const long Page = 4096;

    // What the hungriest decoder takes for each pixel at its peak, see ImageDecoder.
    const long PeakPerPixel = 16;

    // For what does not grow with the picture.
    const long Spare = 512 << 20;

    // Four bytes a pixel while alpha is there, twice.
    const long RoomPerPixel = 8;

    /// <summary>Enough for every picture that is within the limits.</summary>
    /// <param name="options">The limits.</param>
    /// <param name="memory">Memory of its own, where somebody chose it.</param>
    public static WorkerLimits For(DecodeOptions options, long? memory)
    {
        var file = Math.Min(options.MaxBytes, Array.MaxLength);
        var pixels = Math.Min(options.MaxPixels, int.MaxValue);
        return new WorkerLimits(
            Rounded(file), Rounded(Math.Max(RoomPerPixel * pixels, Page)), memory ?? ((PeakPerPixel * pixels) + ManagedFor(file) + Spare));
    }

    /// <summary>What managed code may take: the file and copies of it that differ.</summary>
    public long Managed => ManagedFor(FileBytes);

    static long ManagedFor(long file) => (3 * file) + (64 << 20);

    static long Rounded(long bytes) => (bytes + Page - 1) / Page * Page;
}
