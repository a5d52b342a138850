namespace HashMatch.Imaging;

/// <summary>Why an image could not be read: a closed set, the same in code and in records.</summary>
public enum ImageErrorCode
{
    /// <summary>There is no such file.</summary>
    NotFound,

    /// <summary>The file may not be read by this user.</summary>
    AccessDenied,

    /// <summary>The file has no bytes, or is a pipe, a socket or a device.</summary>
    Empty,

    /// <summary>The bytes are no image of a supported format.</summary>
    UnsupportedFormat,

    /// <summary>The bytes begin like an image and contradict themselves, or make their decoder crash.</summary>
    Corrupt,

    /// <summary>The file ends before the picture does.</summary>
    Truncated,

    /// <summary>The file or the picture exceeds a limit, and nothing was allocated for it; or decoding it, the memory there is.</summary>
    TooLarge,

    /// <summary>The picture has a side below what a hash needs.</summary>
    TooSmall,

    /// <summary>Decoding took longer than allowed.</summary>
    Timeout,

    /// <summary>The operating system could not deliver the bytes.</summary>
    Io,
}
