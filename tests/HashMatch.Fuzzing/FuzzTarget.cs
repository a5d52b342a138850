namespace HashMatch.Fuzzing;

/// <summary>One parser, the inputs to begin with, and the laws it must keep whatever the bytes.</summary>
abstract class FuzzTarget : IDisposable
{
    /// <summary>Its name on the command line.</summary>
    internal abstract string Name { get; }

    /// <summary>Valid inputs of every form it reads.</summary>
    internal abstract IReadOnlyList<byte[]> Seeds { get; }

    /// <summary>Words of its formats, put in where no flipped bit would make them.</summary>
    internal virtual IReadOnlyList<byte[]> Tokens => [];

    /// <summary>Whether places and lengths stand in it as binary numbers.</summary>
    internal virtual bool IsBinary => false;

    /// <summary>What one input may allocate on the collector's heap, in bytes for each of its own and whatever its length.</summary>
    internal virtual (long PerByte, long Fixed) MostAllocated => (600, 4 << 20);

    /// <summary>How many executions a test run of so many makes: fewer where one is slow.</summary>
    internal virtual int Share(int executions) => executions;

    /// <summary>Gives mutated bytes a chance to get past their checksums.</summary>
    internal virtual byte[] Repair(byte[] input, Random random) => input;

    /// <summary>Reads the bytes as a caller would, and throws <see cref="BrokenLawException"/> where a law does not hold.</summary>
    /// <param name="input">The bytes.</param>
    /// <param name="random">Decides how they are read; the same for the same bytes.</param>
    /// <returns>What came of it, in few words: an input with a new outcome is kept and mutated further.</returns>
    internal abstract string Run(byte[] input, Random random);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what it holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
