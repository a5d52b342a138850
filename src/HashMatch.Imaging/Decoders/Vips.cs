using NetVips;

namespace HashMatch.Imaging.Decoders;

/// <summary>libvips, set up once for untrusted files and for threads of our own.</summary>
static class Vips
{
    static Vips()
    {
        // Loaders that were never fuzzed stay shut, whatever the file claims to be.
        NetVips.NetVips.BlockUntrusted = true;
        // Our threads do the parallel work; more of libvips's own would only compete with them.
        NetVips.NetVips.Concurrency = 1;
        // What a file gives cause to warn of is in its record; libvips would print it between the records' progress.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, static (_, _, _) => { });
        // Every file is decoded once: a cache of operations would only hold memory.
        Cache.Max = 0;
        Cache.MaxMem = 0;
        Cache.MaxFiles = 0;
    }

    /// <summary>Opens an image with the loader of that format and no other; pixels are decoded when they are read.</summary>
    internal static Image Open(ImageFormat format, Source source, bool tolerant)
    {
        // Errors include truncation; mere warnings, such as stray bytes between segments, leave the picture whole.
        var failOn = tolerant ? Enums.FailOn.None : Enums.FailOn.Error;
        const Enums.Access Access = Enums.Access.Sequential;
        return format switch
        {
            ImageFormat.Jpeg => Image.JpegloadSource(source, access: Access, failOn: failOn),
            ImageFormat.Png => Image.PngloadSource(source, access: Access, failOn: failOn),
            ImageFormat.WebP => Image.WebploadSource(source, page: 0, n: 1, access: Access, failOn: failOn),
            ImageFormat.Gif => Image.GifloadSource(source, page: 0, n: 1, access: Access, failOn: failOn),
            ImageFormat.Tiff => Image.TiffloadSource(source, page: 0, n: 1, access: Access, failOn: failOn),
            ImageFormat.Avif => Image.HeifloadSource(source, page: 0, n: 1, access: Access, failOn: failOn),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "libvips does not decode this format here."),
        };
    }
}
