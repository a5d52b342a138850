namespace HashMatch.Imaging;

/// <summary>Every failure's code and wording, in one place so that they stay one line, path-free and the same everywhere.</summary>
static class Failures
{
    const string Supported = "JPEG, PNG, WebP, GIF, TIFF, BMP and AVIF are read";

    /// <summary>
    /// The most bytes of a file, whatever its limit: what a decoder's input adds to them still fits an array, and what a walk over
    /// the file adds to a place in it (a JPEG's segment is the longest step) still fits a number.
    /// </summary>
    public static long MostBytes { get; } = Array.MaxLength - (128 << 10);

    public static ImageError NotFound { get; } =
        new(ImageErrorCode.NotFound, "There is no such file; check the path.");

    public static ImageError AccessDenied { get; } =
        new(ImageErrorCode.AccessDenied, "The file may not be read by this user; check its permissions.");

    public static ImageError Empty { get; } =
        new(ImageErrorCode.Empty, "The file has no bytes, or is a pipe or device; fetch it again as an ordinary file.");

    public static ImageError IsFolder { get; } =
        new(ImageErrorCode.Io, "This is a folder, not a file; name the files in it.");

    public static ImageError Io { get; } =
        new(ImageErrorCode.Io, "The bytes could not be read; check the disk or the connection and try again.");

    public static ImageError Timeout { get; } =
        new(ImageErrorCode.Timeout, "Decoding took longer than allowed; raise the time limit if the source is trusted.");

    public static ImageError NoMemory { get; } =
        new(ImageErrorCode.TooLarge, "There is not enough memory for this picture; decode fewer at a time, or lower the pixel limit.");

    public static ImageError OverMemory(ImageFormat format) =>
        new(ImageErrorCode.TooLarge,
            $"Decoding the {Name(format)} asked for more memory than its pixels warrant; save it anew with an image editor if the source is trusted.");

    /// <summary>What is wrong with a file of so many bytes before anything else is known of it.</summary>
    public static ImageError? OfLength(long length, DecodeOptions options) => length == 0 ? Empty : Exceeds(length, options);

    /// <summary>The failure of a file that is too long, if it is.</summary>
    public static ImageError? Exceeds(long length, DecodeOptions options) =>
        length > options.MaxBytes
            ? new(ImageErrorCode.TooLarge, $"The file has more than {options.MaxBytes} bytes; raise the byte limit if the source is trusted.")
        : length > MostBytes
            ? new(ImageErrorCode.TooLarge, $"The file has more than {MostBytes} bytes, the most that is read; save the picture anew with an image editor.")
        : null;

    /// <summary>What an exception of the system says of a file; null for one that is somebody's mistake.</summary>
    public static ImageError? Of(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException or DriveNotFoundException => NotFound,
        UnauthorizedAccessException or System.Security.SecurityException => AccessDenied,
        PathTooLongException => NotFound,
        // What a stream that unpacks finds damaged.
        IOException or InvalidDataException => Io,
        OutOfMemoryException => NoMemory,
        _ => null,
    };

    public static ImageError TooLargePicture(long width, long height, long limit) =>
        new(ImageErrorCode.TooLarge,
            $"The picture says it is {width}x{height}, more than {limit} pixels; raise the pixel limit if the source is trusted.");

    public static ImageError TooLongSide(long width, long height) =>
        new(ImageErrorCode.TooLarge,
            $"The picture says it is {width}x{height}, and a side has at most {DecodeOptions.MaxSide} pixels; cut it with an image editor if the source is trusted.");

    public static ImageError TooMuchWork(string what) =>
        new(ImageErrorCode.TooLarge, $"{what}; save the picture anew with an image editor if the source is trusted.");

    public static ImageError TooSmall(long width, long height) =>
        new(ImageErrorCode.TooSmall,
            $"The picture is {width}x{height}; a hash needs {DecodeOptions.MinSide} pixels on each side.")
        {
            Sides = ((int)width, (int)height),
        };

    public static ImageError Unsupported(string? what) =>
        new(ImageErrorCode.UnsupportedFormat, what is null
            ? $"The bytes are no image known here; {Supported}."
            : $"This is {what}, which is not supported; convert it first ({Supported}).");

    public static ImageError Corrupt(ImageFormat format, string detail) =>
        new(ImageErrorCode.Corrupt, $"The {Name(format)} contradicts itself ({detail}); fetch or export it again.");

    public static ImageError Undecodable(ImageFormat format) => Corrupt(format, "its data does not decode");

    public static ImageError Crashing(ImageFormat format) =>
        new(ImageErrorCode.Corrupt, $"The {Name(format)} makes its decoder crash; fetch or export it again.");

    public static ImageError UnknownSamples(ImageFormat format) =>
        Unsupported($"a {Name(format)} with samples that have no 8-bit meaning");

    public static ImageError Truncated(ImageFormat format) =>
        new(ImageErrorCode.Truncated,
            $"The {Name(format)} ends before its picture does; fetch it again, or allow partial pictures.");

    public static string Name(ImageFormat format) => format switch
    {
        ImageFormat.Jpeg => "JPEG",
        ImageFormat.Png => "PNG",
        ImageFormat.WebP => "WebP",
        ImageFormat.Gif => "GIF",
        ImageFormat.Tiff => "TIFF",
        ImageFormat.Bmp => "BMP",
        _ => "AVIF",
    };
}
