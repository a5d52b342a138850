using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HashMatch.Hashers.Transforms;

/// <summary>The first box filter along rows: a batch of sixteen rows of luma, one a lane, into the ring.</summary>
/// <remarks>
/// A running sum is a chain of additions that must not be reordered, so a row cannot be split; sixteen rows side by side
/// can. Luma tiles are transposed on the way in and results on the way out.
/// </remarks>
readonly ref struct FirstRowPass<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    readonly BoxAxis _axis;
    readonly int _ringRows;
    readonly int _rowStride;
    readonly Span<float> _luma;
    readonly Span<float> _history;
    readonly Span<float> _results;
    readonly Span<float> _ring;

    internal FirstRowPass(BoxAxis axis, in StreamLayout layout, Span<float> memory)
    {
        _axis = axis;
        _ringRows = layout.RingRows;
        _rowStride = layout.RowStride;
        _luma = memory[layout.Luma];
        _history = memory[layout.History];
        _results = memory[layout.Strip];
        _ring = memory[layout.Ring];
    }

    /// <summary>Filters the rows from <paramref name="y"/> on, as many of sixteen as there are.</summary>
    internal void Run(LumaInput input, int y)
    {
        if (BitOperations.IsPow2(_axis.Window))
        {
            Run(input, y, new ExactReciprocal<TLanes>(_axis.Window));
        }
        else if (TLanes.HasMultiplyAdd)
        {
            Run(input, y, new CorrectedReciprocal<TLanes>(_axis.Window));
        }
        else
        {
            Run(input, y, new TrueDivision<TLanes>(_axis.Window));
        }
    }

    void Run<TQuotient>(LumaInput input, int y, TQuotient quotient)
        where TQuotient : struct, IQuotient<TLanes>
    {
        var rows = Math.Min(Lanes.Count, input.Height - y);
        var ringRow = _ring[(y % _ringRows * _rowStride)..];
        _luma[(rows * StreamLayout.LumaStride)..].Clear();

        // The columns left of the picture.
        _history[^(_axis.Window * Lanes.Count)..].Clear();

        Span<float> divisors = stackalloc float[Lanes.Count];
        var sum = TLanes.Broadcast(0f);
        for (var start = 0; start < _axis.Steps; start += StreamLayout.LumaColumns)
        {
            Fetch(input, y, rows, start);
            var count = Math.Min(StreamLayout.LumaColumns, _axis.Steps - start);
            for (var column = 0; column < count; column += Lanes.Count)
            {
                var step = start + column;
                sum = _axis.IsFull(step, Lanes.Count)
                    ? Filter(sum, step, in _luma[column], quotient)
                    : Filter(sum, step, in _luma[column], new SteppedDivision<TLanes>(_axis, step, divisors));
                Emit(ringRow[step..], rows);
            }
        }
    }

    /// <summary>Luma of the batch from column <paramref name="start"/> on; zeros right of the picture.</summary>
    void Fetch(LumaInput input, int y, int rows, int start)
    {
        var count = Math.Clamp(input.Width - start, 0, StreamLayout.LumaColumns);
        for (var row = 0; row < rows; row++)
        {
            var stretch = _luma.Slice(row * StreamLayout.LumaStride, StreamLayout.LumaColumns);
            input.CopyTo<TLanes>(y + row, start, stretch[..count]);
            stretch[count..].Clear();
        }
    }

    /// <summary>Sixteen steps of the running sums: a tile of luma in, a tile of results out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes Filter<TQuotient>(TLanes sum, int step, ref readonly float luma, TQuotient quotient)
        where TQuotient : struct, IQuotient<TLanes>, allows ref struct
    {
        ref var history = ref MemoryMarshal.GetReference(_history);
        ref var results = ref MemoryMarshal.GetReference(_results);
        var mask = _history.Length - 1;
        var entering = (step * Lanes.Count) & mask;
        var leaving = (step - _axis.Window) * Lanes.Count;
        TLanes.Transpose(in luma, StreamLayout.LumaStride, ref Unsafe.Add(ref history, entering), Lanes.Count);
        for (var i = 0; i < Lanes.Count; i++)
        {
            var offset = i * Lanes.Count;
            sum += TLanes.Load(in Unsafe.Add(ref history, entering + offset));
            sum -= TLanes.Load(in Unsafe.Add(ref history, (leaving + offset) & mask));
            quotient.Of(sum, i).Store(ref Unsafe.Add(ref results, offset));
        }

        return sum;
    }

    /// <summary>Turns the results back into rows of the ring, only those the picture has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Emit(Span<float> ringRow, int rows)
    {
        if (rows == Lanes.Count)
        {
            TLanes.Transpose(in _results[0], Lanes.Count, ref ringRow[0], _rowStride);
            return;
        }

        var tile = _results[(Lanes.Count * Lanes.Count)..];
        TLanes.Transpose(in _results[0], Lanes.Count, ref tile[0], Lanes.Count);
        for (var row = 0; row < rows; row++)
        {
            tile.Slice(row * Lanes.Count, Lanes.Count).CopyTo(ringRow[(row * _rowStride)..]);
        }
    }
}
