using System.Runtime.CompilerServices;

namespace HashMatch.Hashers.Transforms;

/// <summary>Sums sixteen rows along, side by side in lanes, into sixteen rows of 512 averages.</summary>
ref struct AreaColumns<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    readonly AreaAxis _axis;
    readonly Span<float> _turned;
    readonly Span<float> _averages;
    readonly Span<float> _rows;
    readonly TLanes _area;
    TLanes _sum;
    int _part;

    // Of the part under way, in 1/512 pixels: what is still to come.
    long _missing;

    /// <param name="columns">The axis summed along.</param>
    /// <param name="rows">The axis that was summed before.</param>
    /// <param name="tiles">Room for two tiles.</param>
    /// <param name="plane">Sixteen rows of results.</param>
    internal AreaColumns(AreaAxis columns, AreaAxis rows, Span<float> tiles, Span<float> plane)
    {
        const int TileLength = Lanes.Count * Lanes.Count;
        _axis = columns;
        _turned = tiles[..TileLength];
        _averages = tiles.Slice(TileLength, TileLength);
        _rows = plane[..(Lanes.Count * AreaAxis.PartCount)];
        _area = TLanes.Broadcast(columns.PartLength * rows.PartLength);
        _sum = TLanes.Broadcast(0f);
        _missing = columns.Length;
    }

    /// <summary>Takes the next columns.</summary>
    /// <param name="sums">Sixteen rows of them, each with room up to the next multiple of sixteen.</param>
    /// <param name="stride">From row to row.</param>
    /// <param name="count">How many.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(ReadOnlySpan<float> sums, int stride, int count)
    {
        for (var x = 0; x < count && _part < AreaAxis.PartCount; x += Lanes.Count)
        {
            Lanes.Transpose<TLanes>(in sums[x], stride, ref _turned[0], Lanes.Count);
            for (var i = 0; i < Math.Min(Lanes.Count, count - x); i++)
            {
                Add(TLanes.Load(in _turned[i * Lanes.Count]));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Add(TLanes column)
    {
        if (_missing > AreaAxis.PartCount)
        {
            _sum += column;
            _missing -= AreaAxis.PartCount;
            return;
        }

        // The column ends this part, perhaps some more, and begins the next one. The last stretch makes no part.
        var left = (long)AreaAxis.PartCount;
        while (_missing <= left && _part < AreaAxis.PartCount)
        {
            left -= _missing;
            _sum += TLanes.Broadcast((float)_missing / AreaAxis.PartCount) * column;
            Emit();
        }

        _missing -= left;
        _sum += TLanes.Broadcast((float)left / AreaAxis.PartCount) * column;
    }

    void Emit()
    {
        var average = _sum / _area;
        _sum = TLanes.Broadcast(0f);
        _missing = _axis.Length;
        if (_part == 0)
        {
            // The first part stands for two.
            Emit(average);
        }

        Emit(average);
    }

    void Emit(TLanes average)
    {
        average.Store(ref _averages[_part % Lanes.Count * Lanes.Count]);
        _part++;
        if (_part % Lanes.Count == 0)
        {
            Lanes.Transpose<TLanes>(in _averages[0], Lanes.Count, ref _rows[_part - Lanes.Count], AreaAxis.PartCount);
        }
    }
}
