namespace HashMatch.Hashers.Transforms;

/// <summary>Neighbouring pixels of an axis that go to the same of sixteen blocks, or one pixel that two blocks share.</summary>
/// <param name="Start">The first pixel.</param>
/// <param name="Length">Pixels; 1 where two blocks share.</param>
/// <param name="Near">The block, or the lower of two, 0..15.</param>
/// <param name="Far">The higher of two blocks; the same where nothing is shared.</param>
/// <param name="FarShare">Sixteenths of the pixel that go to <paramref name="Far"/>.</param>
readonly record struct BlockStretch(int Start, int Length, int Near, int Far, int FarShare)
{
    /// <summary>Blocks on an axis, and the parts a pixel is shared out in.</summary>
    internal const int Blocks = 16;

    /// <summary>The most stretches an axis has: the blocks and what lies between them.</summary>
    internal const int Most = 2 * Blocks;

    /// <summary>Sixteenths of a pixel that go to <see cref="Near"/>.</summary>
    internal int NearShare => Blocks - FarShare;

    /// <summary>Cuts an axis into stretches.</summary>
    /// <remarks>
    /// A block is a sixteenth of the axis, so its bounds and the shares are whole sixteenths of a pixel. On an axis below
    /// sixteen pixels blockhash gives a pixel to two blocks at most, and leaves those between without any; so it is here.
    /// </remarks>
    internal static ReadOnlySpan<BlockStretch> Cut(int length, Span<BlockStretch> stretches)
    {
        var count = 0;
        for (var start = 0; start < length;)
        {
            var block = (int)((long)start * Blocks / length);
            var bound = (int)((long)length * (block + 1) / Blocks);
            if (bound > start)
            {
                stretches[count++] = new BlockStretch(start, bound - start, block, block, 0);
                start = bound;
                if (start == length || (long)start * Blocks % length == 0)
                {
                    continue;
                }
            }

            var share = (int)((long)(start + 1) * Blocks % length % Blocks);
            var near = (int)((long)start * Blocks / length);
            var far = start + 1 == length ? near : (int)((((long)start * Blocks) + length - 1) / length);
            stretches[count++] = new BlockStretch(start, 1, near, far, share);
            start++;
        }

        return stretches[..count];
    }
}
