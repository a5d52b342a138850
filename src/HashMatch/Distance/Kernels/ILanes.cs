namespace HashMatch.Distance.Kernels;

/// <summary>Work on one register: what an instruction set brings to the kernel.</summary>
/// <typeparam name="TVector">The register, a whole number of 64-bit words.</typeparam>
interface ILanes<TVector>
    where TVector : struct
{
    /// <summary>The name that forces this instruction set, lower case.</summary>
    static abstract string Name { get; }

    /// <summary>Whether this machine runs it.</summary>
    static abstract bool IsSupported { get; }

    /// <summary>Words in a register: a divisor of <see cref="PlaneLayout.WordsPerPlane"/>.</summary>
    static abstract int WordCount { get; }

    /// <summary>The word in every word of the register.</summary>
    static abstract TVector Broadcast(ulong word);

    /// <summary>Adds two bits to a counter's bit in each column; returns the carry.</summary>
    static abstract TVector Add(ref TVector counter, TVector a, TVector b);

    /// <summary>The low bit of the sum of two.</summary>
    static abstract TVector Xor(TVector a, TVector b);

    /// <summary>The high bit of the sum of two.</summary>
    static abstract TVector And(TVector a, TVector b);

    /// <summary>The union.</summary>
    static abstract TVector Or(TVector a, TVector b);

    /// <summary>Whether every bit is one.</summary>
    static abstract bool AllOnes(TVector vector);

    /// <summary>Reads a register of words.</summary>
    static abstract TVector Load(ref readonly ulong source);

    /// <summary>Writes a register of words.</summary>
    static abstract void Store(TVector vector, ref ulong destination);

    /// <summary>Which rows of one word are near: bit i is set if word i differs from the query's in fewer bits than the limit.</summary>
    static abstract uint Near(TVector rows, TVector query, TVector limit);
}
