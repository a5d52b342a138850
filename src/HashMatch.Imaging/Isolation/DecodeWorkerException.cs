namespace HashMatch.Imaging.Isolation;

/// <summary>Decode workers cannot be started, so no picture can be decoded; no fault of any file.</summary>
public sealed class DecodeWorkerException : Exception
{
    /// <summary>Whether a signal ended the worker that was started, so that another may do.</summary>
    internal bool WasKilled { get; init; }

    /// <summary>Without saying why.</summary>
    public DecodeWorkerException()
        : this("Decode workers cannot be started.")
    {
    }

    /// <summary>Says why, in one line for a person.</summary>
    /// <param name="message">What is wrong.</param>
    public DecodeWorkerException(string message)
        : base(message)
    {
    }

    /// <summary>Says why and what caused it.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="cause">What was thrown.</param>
    public DecodeWorkerException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
