namespace HashMatch.Catalog;

/// <summary>A reviewer's decision that cannot be taken in: it names nothing, or makes no sense. Nothing was written.</summary>
/// <remarks>The message says what is wrong with it; it never holds a hash.</remarks>
public sealed class FeedbackException : Exception
{
    /// <summary>An exception with a standard message.</summary>
    public FeedbackException()
        : base("The feedback cannot be used.")
    {
    }

    /// <summary>An exception with this message.</summary>
    public FeedbackException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with this message and cause.</summary>
    public FeedbackException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
