namespace HashMatch.Lists;

/// <summary>A file that is no list at all, or says something else than it is used for.</summary>
public sealed class ListFormatException : FormatException
{
    /// <summary>An exception with a standard message.</summary>
    public ListFormatException()
        : base("The file is not a list.")
    {
    }

    /// <summary>An exception with this message.</summary>
    public ListFormatException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with this message and cause.</summary>
    public ListFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
