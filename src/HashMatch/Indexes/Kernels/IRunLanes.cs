namespace HashMatch.Indexes.Kernels;

/// <summary>A register of 64-bit words, one a code, whatever its width. One implementation an instruction set.</summary>
interface IRunLanes<TSelf>
    where TSelf : struct, IRunLanes<TSelf>
{
    /// <summary>Names the kernel.</summary>
    static abstract string Name { get; }

    /// <summary>Whether this machine has what it takes.</summary>
    static abstract bool IsSupported { get; }

    /// <summary>Codes a register holds, 2 or 4.</summary>
    static abstract int Count { get; }

    /// <summary>The same word for every code.</summary>
    static abstract TSelf Broadcast(ulong word);

    /// <summary>How many bits of each byte differ between words of a run and the query's.</summary>
    static abstract TSelf DifferingOfBytes(ref readonly ulong words, TSelf query);

    /// <summary>Counts of bytes, added; the sums stay below 256.</summary>
    static abstract TSelf AddBytes(TSelf left, TSelf right);

    /// <summary>All bits of a code whose eight counts together are below the bound, none of the others.</summary>
    static abstract TSelf SumsBelow(TSelf counts, TSelf bound);

    /// <summary>One bit a code, from what <see cref="SumsBelow"/> gave.</summary>
    static abstract uint Mask(TSelf codes);

    static abstract TSelf operator |(TSelf left, TSelf right);

    static abstract bool IsZero(TSelf codes);
}
