namespace HashMatch.Distance;

/// <summary>The environment variable <c>HASHMATCH_KERNEL</c> names an instruction set that is unknown or not offered here.</summary>
/// <remarks>
/// The names are <c>avx512</c>, <c>avx2</c>, <c>vector128</c> and <c>scalar</c>; all give the same answers. Thrown
/// where an index is made or first searched; unset the variable to let the fastest be chosen.
/// </remarks>
public sealed class KernelUnavailableException : InvalidOperationException
{
    /// <summary>An error without a message of its own.</summary>
    public KernelUnavailableException()
    {
    }

    /// <summary>An error that says which kernel and which there are.</summary>
    public KernelUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>An error caused by another.</summary>
    public KernelUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
