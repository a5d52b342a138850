namespace HashMatch.Hashers.Transforms;

/// <summary>The second box filter down the kept columns, of which some rows are kept: the reduced pictures.</summary>
ref struct LastColumnPass<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    readonly BoxAxis _axis;
    readonly AxisSamples _kept;
    readonly int _columns;
    readonly int _sampledRows;
    readonly Span<float> _sampled;
    readonly Span<float> _sums;
    readonly Span<float> _early;
    readonly Span<float> _blocks;
    int _sample;

    /// <param name="axis">The axis down columns.</param>
    /// <param name="kept">Its samples.</param>
    /// <param name="columns">How many columns are kept: 64, or 128 for both ways.</param>
    /// <param name="layout">Where the working memory lies.</param>
    /// <param name="memory">The working memory.</param>
    /// <param name="blocks">A 64x64 picture for each way of the columns within each way of the rows.</param>
    internal LastColumnPass(BoxAxis axis, AxisSamples kept, int columns, in StreamLayout layout, Span<float> memory, Span<float> blocks)
    {
        _axis = axis;
        _kept = kept;
        _columns = columns;
        _sampledRows = layout.SampledRows;
        _sampled = memory[layout.Sampled];
        _sums = memory[layout.SampledSums];
        _early = memory[layout.Early];
        _blocks = blocks;
        _sums.Clear();
        _sampled[^columns..].Clear();
    }

    /// <summary>Up to sixteen steps down from <paramref name="step"/>, as long as samples are missing.</summary>
    internal void Run(int step)
    {
        for (var end = step + Lanes.Count; step < end && _sample < _kept.Count; step++)
        {
            if (step < _axis.EarlyOutputs)
            {
                // The output above the first row, out of the way of the running sums.
                Row(step).CopyTo(_early);
                Row(step).Clear();
            }

            Advance(Row(step), Row(step - _axis.Window));

            // Pictures lower than the samples take a row more than once.
            while (_sample < _kept.Count && _kept.Step(_sample) == step)
            {
                Emit(_kept.Slot(_sample), _axis.IsEarly(step));
                _sample++;
            }
        }
    }

    /// <summary>The row of a step; the zero row above the picture.</summary>
    readonly Span<float> Row(int step) => _sampled.Slice((step >= 0 ? step % _sampledRows : _sampledRows) * _columns, _columns);

    readonly void Advance(Span<float> entering, Span<float> leaving)
    {
        for (var i = 0; i < _columns; i += Lanes.Count)
        {
            var sum = TLanes.Load(in _sums[i]) + TLanes.Load(in entering[i]);
            (sum - TLanes.Load(in leaving[i])).Store(ref _sums[i]);
        }
    }

    /// <summary>Gives every block of that way of the rows its row.</summary>
    readonly void Emit(int slot, bool early)
    {
        const int Side = BoxAxis.SampleCount;
        var (way, row) = (slot / Side, slot % Side);
        for (var i = 0; i < _columns; i += Lanes.Count)
        {
            var block = (way * (_columns / Side)) + (i / Side);
            var sum = TLanes.Load(in _sums[i]);
            var mean = (early ? sum + TLanes.Load(in _early[i]) : sum) / TLanes.Broadcast(_axis.Window);
            mean.Store(ref _blocks[(block * PdqKernel.BlockLength) + (row * Side) + (i % Side)]);
        }
    }
}
