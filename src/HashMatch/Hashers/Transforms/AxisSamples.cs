namespace HashMatch.Hashers.Transforms;

/// <summary>
/// Which outputs of one axis's second pass are kept, and where: the 64 samples of the axis, and those of the same axis
/// mirrored if both ways are wanted.
/// </summary>
/// <remarks>
/// Sample i stands in slot i, sample i of the mirrored axis in slot 64 + i. They are listed in the order in which they
/// leave the pass, so one walk serves both.
/// </remarks>
readonly ref struct AxisSamples
{
    readonly Span<int> _steps;
    readonly Span<int> _slots;

    /// <summary>Lists the samples of an axis.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="memory">Two numbers a sample; the number of samples, 64 or 128, follows from its length.</param>
    internal AxisSamples(BoxAxis axis, Span<int> memory)
    {
        _steps = memory[..(memory.Length / 2)];
        _slots = memory[(memory.Length / 2)..];
        var upright = 0;
        var mirrored = _steps.Length - 1;
        for (var i = 0; i < _steps.Length; i++)
        {
            var next = upright < BoxAxis.SampleCount ? axis.SampleStep(upright) : int.MaxValue;
            // The last sample of the mirrored axis is the first to leave.
            var other = mirrored >= BoxAxis.SampleCount ? axis.MirroredSampleStep(mirrored - BoxAxis.SampleCount) : int.MaxValue;
            _slots[i] = next <= other ? upright++ : mirrored--;
            _steps[i] = Math.Min(next, other);
        }
    }

    /// <summary>Samples: 64, or 128 for both ways.</summary>
    internal int Count => _steps.Length;

    /// <summary>The step of the second pass that has the sample; ascending.</summary>
    internal int Step(int index) => _steps[index];

    /// <summary>Where the sample is kept.</summary>
    internal int Slot(int index) => _slots[index];
}
