namespace HashMatch.Imaging.Isolation;

/// <summary>How much a worker may take: room in the memory it shares, and memory of its own.</summary>
/// <param name="FileBytes">The largest file.</param>
/// <param name="PixelBytes">Room for pixels: a picture, and once more while it is turned.</param>
/// <param name="ManagedBytes">Memory of its own for managed code.</param>
/// <param name="NativeBytes">Address space of its own beyond what it took to start.</param>
readonly record struct WorkerLimits(long FileBytes, long PixelBytes, long ManagedBytes, long NativeBytes)
{
    const long Page = 4096;

    // Address space is dear where it is limited, and few pictures are larger: 16 megapixels.
    const long UsualFile = 32 << 20;
    const long UsualPixels = 128 << 20;

    // Four bytes a pixel while alpha is there, twice.
    const long RoomPerPixel = 8;

    // For what does not grow with the picture.
    const long SpareManaged = 64 << 20;
    const long SpareNative = 512 << 20;

    /// <summary>All the memory it shares, but for its last words.</summary>
    public long SharedBytes => FileBytes + PixelBytes;

    /// <summary>
    /// Enough for a picture. Room is by its size, memory by the limits of the call: what becomes of a file must not depend on
    /// which worker it meets.
    /// </summary>
    /// <param name="options">The limits.</param>
    /// <param name="native">Address space, where somebody chose it.</param>
    /// <param name="fileBytes">The length of the file.</param>
    /// <param name="pixels">How many pixels it says to have.</param>
    public static WorkerLimits For(DecodeOptions options, long? native, long fileBytes, long pixels)
    {
        var mostFile = Math.Min(options.MaxBytes, Failures.MostBytes);
        var mostPixels = Math.Min(options.MaxPixels, int.MaxValue);
        var managed = (3 * mostFile) + SpareManaged;
        return new WorkerLimits(
            Room(fileBytes, UsualFile, mostFile),
            Room(RoomPerPixel * pixels, UsualPixels, RoomPerPixel * mostPixels),
            managed,
            native ?? ((ImageDecoder.PeakBytesPerPixel * mostPixels) + managed + SpareNative));
    }

    /// <summary>Whether a worker of these limits does as well as one of the others.</summary>
    public bool Covers(WorkerLimits others) =>
        FileBytes >= others.FileBytes && PixelBytes >= others.PixelBytes &&
        (ManagedBytes, NativeBytes) == (others.ManagedBytes, others.NativeBytes);

    // Whole pages, so that what lies behind begins with one.
    static long Room(long needed, long usual, long most) => ((needed <= usual ? Math.Min(usual, most) : most) + Page - 1) / Page * Page;
}
