namespace HashMatch.Imaging.Decoders;

/// <summary>Bounds the work a JPEG can ask for: a decoder passes over the picture once for every scan, and cannot be stopped between.</summary>
static class JpegWork
{
    /// <summary>Pictures made by people have about ten scans, one for each of a hundred bands at the very most.</summary>
    const int FreeScans = 100;

    /// <summary>Pixels times scans beyond which a picture with more than the free scans is refused.</summary>
    const long MostPixelPasses = 2_000_000_000;

    internal static ImageError? Check(int scans, long pixels) =>
        scans > FreeScans || scans * pixels > MostPixelPasses ? ImageErrors.Timeout : null;
}
