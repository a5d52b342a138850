using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HashMatch.Hashers.Transforms;

/// <summary>The first box filter down columns and, at once, the second along rows, of which some columns are kept.</summary>
/// <remarks>
/// Down columns the lanes are columns; each strip of results is transposed while it is in the first-level cache, and the
/// lanes of the row filter are the batch's sixteen rows again.
/// </remarks>
readonly ref struct MiddlePass<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    readonly BoxAxis _columns;
    readonly BoxAxis _rows;
    readonly AxisSamples _kept;
    readonly int _ringRows;
    readonly int _sampledRows;
    readonly int _rowStride;
    readonly Span<float> _ring;
    readonly Span<float> _columnSums;
    readonly Span<float> _strip;
    readonly Span<float> _history;
    readonly Span<float> _samples;
    readonly Span<float> _sampled;

    internal MiddlePass(BoxAxis columns, BoxAxis rows, AxisSamples kept, in StreamLayout layout, Span<float> memory)
    {
        _columns = columns;
        _rows = rows;
        _kept = kept;
        _ringRows = layout.RingRows;
        _sampledRows = layout.SampledRows;
        _rowStride = layout.RowStride;
        _ring = memory[layout.Ring];
        _columnSums = memory[layout.ColumnSums];
        _strip = memory[layout.Strip];
        _history = memory[layout.History];
        _samples = memory[layout.Samples];
        _sampled = memory[layout.Sampled];
        _columnSums.Clear();
        _ring[^_rowStride..].Clear();
    }

    /// <summary>Sixteen steps down from <paramref name="step"/>.</summary>
    internal void Run(int step)
    {
        if (!_rows.IsFull(step, Lanes.Count))
        {
            Run(step, new SteppedDivision<TLanes>(_rows, step, stackalloc float[Lanes.Count]));
        }
        else if (BitOperations.IsPow2(_rows.Window))
        {
            Run(step, new ExactReciprocal<TLanes>(_rows.Window));
        }
        else
        {
            Run(step, new TrueDivision<TLanes>(_rows.Window));
        }
    }

    void Run<TQuotient>(int step, TQuotient quotient)
        where TQuotient : struct, IQuotient<TLanes>, allows ref struct
    {
        Span<int> entering = stackalloc int[Lanes.Count];
        Span<int> leaving = stackalloc int[Lanes.Count];
        for (var i = 0; i < Lanes.Count; i++)
        {
            entering[i] = RingRow(step + i);
            leaving[i] = RingRow(step + i - _rows.Window);
        }

        // The columns left of the picture.
        _history[^(_columns.Window * Lanes.Count)..].Clear();

        var window = TLanes.Broadcast(_columns.Window);
        var sum = TLanes.Broadcast(0f);
        var sample = 0;
        var sampleStep = _kept.Step(0);
        var early = sum;
        for (var strip = 0; sample < _kept.Count; strip += StreamLayout.StripColumns)
        {
            FilterDown(strip, entering, leaving, quotient);
            for (var offset = 0; offset < StreamLayout.StripColumns; offset += Lanes.Quarter)
            {
                var column = strip + offset;
                Turn(offset, column);
                if (column == 0)
                {
                    early = TakeEarly();
                }

                for (var end = column + Lanes.Quarter; column < end;)
                {
                    var stop = Math.Min(end, sampleStep + 1);
                    sum = Advance(sum, column, stop);
                    column = stop;

                    // Pictures narrower than the samples take a column more than once.
                    while (sampleStep < column)
                    {
                        ((_columns.IsEarly(sampleStep) ? sum + early : sum) / window).Store(ref _samples[_kept.Slot(sample) * Lanes.Count]);
                        sample++;
                        sampleStep = sample < _kept.Count ? _kept.Step(sample) : int.MaxValue - 1;
                    }
                }
            }
        }

        KeepSamples(step);
    }

    /// <summary>Where the row of a step stands in the ring; the zero row for steps outside the picture.</summary>
    int RingRow(int step) => ((uint)step < (uint)_rows.Length ? step % _ringRows : _ringRows) * _rowStride;

    /// <summary>Sixteen steps down one strip of columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void FilterDown<TQuotient>(int strip, ReadOnlySpan<int> entering, ReadOnlySpan<int> leaving, TQuotient quotient)
        where TQuotient : struct, IQuotient<TLanes>, allows ref struct
    {
        // Two sums of sixteen columns: neither waits for the other.
        ref var ring = ref _ring[strip];
        ref var results = ref MemoryMarshal.GetReference(_strip);
        ref var leftSums = ref _columnSums[strip];
        ref var rightSums = ref _columnSums[strip + Lanes.Count];
        var left = TLanes.Load(in leftSums);
        var right = TLanes.Load(in rightSums);
        for (var i = 0; i < Lanes.Count; i++)
        {
            ref var enters = ref Unsafe.Add(ref ring, entering[i]);
            ref var leaves = ref Unsafe.Add(ref ring, leaving[i]);
            ref var result = ref Unsafe.Add(ref results, i * StreamLayout.StripColumns);
            left += TLanes.Load(in enters);
            right += TLanes.Load(in Unsafe.Add(ref enters, Lanes.Count));
            left -= TLanes.Load(in leaves);
            right -= TLanes.Load(in Unsafe.Add(ref leaves, Lanes.Count));
            quotient.Of(left, i).Store(ref result);
            quotient.Of(right, i).Store(ref Unsafe.Add(ref result, Lanes.Count));
        }

        left.Store(ref leftSums);
        right.Store(ref rightSums);
    }

    /// <summary>Turns a quarter tile of the strip so that its rows become lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Turn(int offset, int column) => TLanes.TransposeQuarter(
        in _strip[offset], StreamLayout.StripColumns, ref _history[(column * Lanes.Count) & (_history.Length - 1)], Lanes.Count);

    /// <summary>The running sums along rows from <paramref name="column"/> to before <paramref name="end"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes Advance(TLanes sum, int column, int end)
    {
        ref var history = ref MemoryMarshal.GetReference(_history);
        var mask = _history.Length - 1;
        var leaving = (column - _columns.Window) * Lanes.Count;
        var entering = column * Lanes.Count;
        for (var count = end - column; count > 0; count--)
        {
            sum += TLanes.Load(in Unsafe.Add(ref history, entering & mask));
            sum -= TLanes.Load(in Unsafe.Add(ref history, leaving & mask));
            entering += Lanes.Count;
            leaving += Lanes.Count;
        }

        return sum;
    }

    /// <summary>Takes the output before the first column out of the way of the running sums.</summary>
    TLanes TakeEarly()
    {
        var early = TLanes.Load(in _history[0]);
        _history[..(_columns.EarlyOutputs * Lanes.Count)].Clear();
        return early;
    }

    /// <summary>Turns the batch's samples, sixteen rows of the kept columns, back into rows for the last pass.</summary>
    void KeepSamples(int step)
    {
        var rows = _sampled[(step % _sampledRows * _kept.Count)..];
        for (var i = 0; i < _kept.Count; i += Lanes.Count)
        {
            Lanes.Transpose<TLanes>(in _samples[i * Lanes.Count], Lanes.Count, ref rows[i], _kept.Count);
        }
    }
}
