namespace HashMatch.Hashers.Transforms;

/// <summary>The weights of every output of an axis for one stretch of inputs, in a form that lanes multiply.</summary>
/// <remarks>
/// Weights of 23 bits are cut into a low part of eight bits and a high part with the sign, each for a multiplication of
/// 16 bits. Where the reduction is strong enough for weights of 16 bits, the low part holds them whole.
/// </remarks>
ref struct WeightBlock
{
    /// <summary>Bits of the low part.</summary>
    internal const int LowBits = 8;

    /// <summary>Numbers behind a row that are read and multiplied by zero.</summary>
    internal const int Padding = Lanes.Count;

    readonly ReadOnlySpan<LanczosWindow> _windows;
    readonly Span<short> _low;
    readonly Span<short> _high;
    readonly Span<int> _scratch;
    readonly int _runStride;
    int _start;
    int _end;

    /// <param name="windows">Those of all outputs.</param>
    /// <param name="capacity">The longest stretch.</param>
    /// <param name="memory">As long as <see cref="MemoryLength"/> says.</param>
    /// <param name="scratch">At least <paramref name="capacity"/> numbers.</param>
    internal WeightBlock(ReadOnlySpan<LanczosWindow> windows, int capacity, Span<short> memory, Span<int> scratch)
    {
        _windows = windows;
        _runStride = RunStride(windows, capacity);
        _low = memory[..(windows.Length * _runStride)];
        _high = memory.Slice(_low.Length, _low.Length);
        _scratch = scratch;
        IsNarrow = true;
        foreach (ref readonly var window in windows)
        {
            IsNarrow &= window.WeightBound <= short.MaxValue;
        }
    }

    /// <summary>Numbers of memory needed.</summary>
    internal static int MemoryLength(ReadOnlySpan<LanczosWindow> windows, int capacity) =>
        2 * windows.Length * RunStride(windows, capacity);

    /// <summary>Outputs on the axis.</summary>
    internal readonly int Outputs => _windows.Length;

    /// <summary>The first output with inputs in the stretch.</summary>
    internal int FirstOutput { get; private set; }

    /// <summary>Behind the last output with inputs in the stretch.</summary>
    internal int EndOutput { get; private set; }

    /// <summary>Whether there is no high part.</summary>
    internal bool IsNarrow { get; }

    /// <summary>Low parts, or whole weights; every run is followed by zeros up to a multiple of sixteen.</summary>
    internal readonly ReadOnlySpan<short> Low => _low;

    /// <summary>High parts in the same places.</summary>
    internal readonly ReadOnlySpan<short> High => _high;

    /// <summary>The weight <paramref name="index"/> of a run.</summary>
    internal readonly int this[WeightRun run, int index] => IsNarrow
        ? _low[run.Offset + index]
        : _low[run.Offset + index] + (_high[run.Offset + index] << LowBits);

    /// <summary>Where the weights of an output stand.</summary>
    internal readonly WeightRun RunOf(int output)
    {
        var start = Math.Max(_windows[output].Start, _start);
        var end = Math.Min(_windows[output].End, _end);
        return new WeightRun(start - _start, end - start, output * _runStride);
    }

    /// <summary>Takes on the weights of the inputs from <paramref name="start"/> to <paramref name="end"/>.</summary>
    internal void Fill(int start, int end)
    {
        (_start, _end) = (start, end);
        FirstOutput = 0;
        EndOutput = Outputs;
        while (_windows[FirstOutput].End <= start)
        {
            FirstOutput++;
        }

        while (_windows[EndOutput - 1].Start >= end)
        {
            EndOutput--;
        }

        for (var output = FirstOutput; output < EndOutput; output++)
        {
            Fill(output);
        }
    }

    /// <summary>Room for the longest run.</summary>
    static int RunStride(ReadOnlySpan<LanczosWindow> windows, int capacity)
    {
        var longest = 0;
        foreach (ref readonly var window in windows)
        {
            longest = Math.Max(longest, window.End - window.Start);
        }

        return Lanes.RoundUp(Math.Min(longest, capacity));
    }

    readonly void Fill(int output)
    {
        var run = RunOf(output);
        var weights = _scratch[..run.Length];
        _windows[output].CopyTo(_start + run.Start, weights);
        var padded = Lanes.RoundUp(run.Length);
        var low = _low.Slice(run.Offset, padded);
        var high = _high.Slice(run.Offset, padded);
        low[run.Length..].Clear();
        high[run.Length..].Clear();
        if (IsNarrow)
        {
            for (var i = 0; i < weights.Length; i++)
            {
                low[i] = (short)weights[i];
            }

            return;
        }

        for (var i = 0; i < weights.Length; i++)
        {
            low[i] = (short)(weights[i] & ((1 << LowBits) - 1));
            high[i] = (short)(weights[i] >> LowBits);
        }
    }
}
