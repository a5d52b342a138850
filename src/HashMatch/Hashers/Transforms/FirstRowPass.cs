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

        // The columns left of the picture.
        _history[^(_axis.Window * Lanes.Count)..].Clear();
        var sum = TLanes.Broadcast(0f);

        // Whole tiles are read where they lie. Rows streaming in side by side keep the memory busy while the sums wait:
        // a quarter faster on large pictures than fetching a stretch of each row first.
        var direct = rows == Lanes.Count && !input.IsStepped ? _axis.Length & -Lanes.Count : 0;
        if (direct > 0 && input.IsLuma)
        {
            Filter(ref sum, 0, direct, new PlaneTiles(input.LumaFrom(y), input.Stride, 0, direct), ringRow, rows, quotient);
        }
        else if (direct > 0)
        {
            var tiles = new PixelTiles<TLanes>(input.PixelsFrom(y), input.Stride, direct, input.BytesPerPixel, _luma);
            Filter(ref sum, 0, direct, tiles, ringRow, rows, quotient);
        }

        // The rest is copied, with zeros below and right of the picture.
        _luma[(rows * StreamLayout.LumaStride)..].Clear();
        for (var start = direct; start < _axis.Steps; start += StreamLayout.LumaColumns)
        {
            Fetch(input, y, rows, start);
            var end = Math.Min(start + StreamLayout.LumaColumns, _axis.Steps);
            var tiles = new PlaneTiles(_luma, StreamLayout.LumaStride, start, StreamLayout.LumaColumns);
            Filter(ref sum, start, end, tiles, ringRow, rows, quotient);
        }
    }

    /// <summary>Filters columns from <paramref name="start"/> to <paramref name="end"/>, rounded up to whole tiles.</summary>
    void Filter<TTiles, TQuotient>(
        ref TLanes sum, int start, int end, TTiles luma, Span<float> ringRow, int rows, TQuotient quotient)
        where TTiles : struct, ILumaTiles, allows ref struct
        where TQuotient : struct, IQuotient<TLanes>
    {
        Span<float> divisors = stackalloc float[Lanes.Count];
        for (var step = start; step < end;)
        {
            if (_axis.IsFull(step, Lanes.Count))
            {
                var tiles = (Math.Min(end, _axis.Length) - step) / Lanes.Count;
                FilterTiles(ref sum, step, tiles, luma, ringRow, rows, quotient);
                step += tiles * Lanes.Count;
            }
            else
            {
                FilterTiles(ref sum, step, 1, luma, ringRow, rows, new SteppedDivision<TLanes>(_axis, step, divisors));
                step += Lanes.Count;
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

    /// <summary>Sixteen steps of the running sums for each tile of luma, and a tile of results into the ring.</summary>
    /// <remarks>
    /// A step waits six cycles for the one before. Luma is turned a quarter tile at a time between the steps, so that the
    /// processor finds that work within reach while it waits. A method of its own: inlined, its constants lose their
    /// registers to the callers' variables. Compiled in full at once: a tool that hashes a hundred pictures would else spend
    /// most of them in unoptimized code.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    void FilterTiles<TTiles, TQuotient>(
        ref TLanes sum, int step, int tiles, TTiles luma, Span<float> ringRow, int rows, TQuotient quotient)
        where TTiles : struct, ILumaTiles, allows ref struct
        where TQuotient : struct, IQuotient<TLanes>, allows ref struct
    {
        ref var history = ref MemoryMarshal.GetReference(_history);
        ref var results = ref MemoryMarshal.GetReference(_results);
        nint mask = _history.Length - 1;
        var entering = (nint)step * Lanes.Count;
        var leaving = ((nint)step - _axis.Window) * Lanes.Count;
        var running = sum;
        for (var end = step + (tiles * Lanes.Count); step < end; step += Lanes.Count)
        {
            ref var tile = ref Unsafe.AsRef(in luma.At(step));
            for (var i = 0; i < Lanes.Count; i += Lanes.Quarter)
            {
                ref var turned = ref Unsafe.Add(ref history, entering & mask);
                TLanes.TransposeQuarter(in Unsafe.Add(ref tile, i), luma.Stride, ref turned, Lanes.Count);
                for (var j = 0; j < Lanes.Quarter; j++)
                {
                    running += TLanes.Load(in Unsafe.Add(ref turned, j * Lanes.Count));
                    running -= TLanes.Load(in Unsafe.Add(ref history, (leaving + (j * Lanes.Count)) & mask));
                    quotient.Of(running, i + j).Store(ref Unsafe.Add(ref results, (i + j) * Lanes.Count));
                }

                entering += Lanes.Quarter * Lanes.Count;
                leaving += Lanes.Quarter * Lanes.Count;
            }

            Emit(ringRow[step..], rows);
        }

        sum = running;
    }

    /// <summary>Turns the results back into rows of the ring, only those the picture has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Emit(Span<float> ringRow, int rows)
    {
        if (rows == Lanes.Count)
        {
            Lanes.Transpose<TLanes>(in _results[0], Lanes.Count, ref ringRow[0], _rowStride);
            return;
        }

        var tile = _results[(Lanes.Count * Lanes.Count)..];
        Lanes.Transpose<TLanes>(in _results[0], Lanes.Count, ref tile[0], Lanes.Count);
        for (var row = 0; row < rows; row++)
        {
            tile.Slice(row * Lanes.Count, Lanes.Count).CopyTo(ringRow[(row * _rowStride)..]);
        }
    }
}
