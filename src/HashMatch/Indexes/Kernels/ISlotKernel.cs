namespace HashMatch.Indexes.Kernels;

/// <summary>Compares one slot value with 32 stored ones. One implementation an instruction set.</summary>
interface ISlotKernel
{
    /// <summary>How many stored values one call covers.</summary>
    const int Width = 32;

    /// <summary>The name that forces it, see <see cref="Distance.Kernels.HammingKernels"/>.</summary>
    static abstract string Name { get; }

    /// <summary>Whether this machine has the instructions.</summary>
    static abstract bool IsSupported { get; }

    /// <summary>Marks the stored values that differ from <paramref name="value"/> in at most <paramref name="bound"/> bits.</summary>
    /// <param name="stored">The first of 32 readable values, whether or not all of them count.</param>
    /// <param name="value">The slot value compared.</param>
    /// <param name="bound">The inclusive bound, at least 0.</param>
    /// <returns>Bit <c>j</c> for value <c>j</c>.</returns>
    /// <remarks>
    /// .NET offers no vector popcount. <c>x &amp; (x - 1)</c> clears the lowest set bit, so x has at most k set bits exactly
    /// when k such steps leave zero: two instructions a step, and k is seldom above 3.
    /// </remarks>
    static abstract uint Within(ref readonly ushort stored, ushort value, int bound);
}
