using HashMatch.Imaging;

namespace HashMatch.Cli.Inputs;

/// <summary>Why an input fails before any file is opened for it.</summary>
static class InputFailures
{
    internal static ImageError Unnameable { get; } =
        new(ImageErrorCode.Io, "The name is not valid UTF-8, so the file cannot be opened: rename it.");

    /// <summary>Of a folder that could not be listed.</summary>
    internal static ImageError OfFolder(Exception exception) => exception switch
    {
        UnauthorizedAccessException => new ImageError(ImageErrorCode.AccessDenied, "The folder may not be listed by this user; check its permissions."),
        DirectoryNotFoundException => new ImageError(ImageErrorCode.NotFound, "The folder went away before it was listed; check the path."),
        _ => new ImageError(ImageErrorCode.Io, "The folder could not be listed; check the disk or the connection and try again."),
    };
}
