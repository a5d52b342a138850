namespace HashMatch.Imaging;

/// <summary>A typed failure to read one image.</summary>
/// <param name="Code">One of the closed set.</param>
/// <param name="Message">
/// One line for a person: what is wrong and what to do. It names neither the path (the record does) nor any hash, and is
/// the same on every machine.
/// </param>
public sealed record ImageError(ImageErrorCode Code, string Message)
{
    /// <summary>The sides of a picture that is too small, for who passes the failure on as numbers.</summary>
    internal (int Width, int Height) Sides { get; init; }
}
