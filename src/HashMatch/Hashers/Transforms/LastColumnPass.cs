namespace HashMatch.Hashers.Transforms;

/// <summary>The second box filter down the 64 kept columns, of which 64 rows are kept: the reduced picture.</summary>
ref struct LastColumnPass<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    readonly BoxAxis _axis;
    readonly int _sampledRows;
    readonly Span<float> _sampled;
    readonly Span<float> _sums;
    readonly Span<float> _block;
    int _sample;

    internal LastColumnPass(BoxAxis axis, in StreamLayout layout, Span<float> memory, Span<float> block)
    {
        _axis = axis;
        _sampledRows = layout.SampledRows;
        _sampled = memory[layout.Sampled];
        _sums = memory[layout.SampledSums];
        _block = block;
        _sums.Clear();
        _sampled[^BoxAxis.SampleCount..].Clear();
    }

    /// <summary>Up to sixteen steps down from <paramref name="step"/>, as long as samples are missing.</summary>
    internal void Run(int step)
    {
        for (var end = step + Lanes.Count; step < end && _sample < BoxAxis.SampleCount; step++)
        {
            Advance(Row(step), Row(step - _axis.Window));

            // Pictures lower than 64 take a row more than once.
            while (_sample < BoxAxis.SampleCount && _axis.SampleStep(_sample) == step)
            {
                Emit(_block.Slice(_sample * BoxAxis.SampleCount, BoxAxis.SampleCount));
                _sample++;
            }
        }
    }

    /// <summary>The row of a step; the zero row above the picture.</summary>
    readonly Span<float> Row(int step) =>
        _sampled.Slice((step >= 0 ? step % _sampledRows : _sampledRows) * BoxAxis.SampleCount, BoxAxis.SampleCount);

    readonly void Advance(Span<float> entering, Span<float> leaving)
    {
        for (var i = 0; i < BoxAxis.SampleCount; i += Lanes.Count)
        {
            var sum = TLanes.Load(in _sums[i]) + TLanes.Load(in entering[i]);
            (sum - TLanes.Load(in leaving[i])).Store(ref _sums[i]);
        }
    }

    readonly void Emit(Span<float> row)
    {
        for (var i = 0; i < BoxAxis.SampleCount; i += Lanes.Count)
        {
            (TLanes.Load(in _sums[i]) / TLanes.Broadcast(_axis.Window)).Store(ref row[i]);
        }
    }
}
