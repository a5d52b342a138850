namespace HashMatch.Storage;

/// <summary>A file that is no snapshot of an index or a list, is damaged, or is of a version this library does not read.</summary>
/// <remarks>The message names the file and what to do; it never holds a hash.</remarks>
public sealed class SnapshotFormatException : FormatException
{
    /// <summary>An exception with a standard message.</summary>
    public SnapshotFormatException()
        : base("The file is not an index snapshot.")
    {
    }

    /// <summary>An exception with this message.</summary>
    public SnapshotFormatException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with this message and cause.</summary>
    public SnapshotFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
