using System.Buffers;

namespace HashMatch.Lists.Formats.Json;

/// <summary>A window on a stream: what is still needed stays, and more is read behind it. It grows to the largest record.</summary>
sealed class RefilledBuffer(Stream stream) : IDisposable
{
    const int FirstLength = 1 << 16;

    byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstLength);
    int _end;

    /// <summary>Whether the stream's end is in the window.</summary>
    internal bool IsFinal { get; private set; }

    /// <summary>Bytes of the stream before the window.</summary>
    internal long Passed { get; private set; }

    /// <summary>What the window holds from a place in it.</summary>
    internal ReadOnlySpan<byte> From(int place) => _bytes.AsSpan(place, _end - place);

    /// <summary>Moves the window so that it begins at a place in it and reads more behind; false if there is no room for more.</summary>
    internal bool TryRefill(int keepFrom)
    {
        var kept = _end - keepFrom;
        if (kept > ListReader.MaxRecordBytes)
        {
            return false;
        }

        var target = kept > _bytes.Length / 2 ? ArrayPool<byte>.Shared.Rent(2 * _bytes.Length) : _bytes;
        _bytes.AsSpan(keepFrom, kept).CopyTo(target);
        if (target != _bytes)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = target;
        }

        Passed += keepFrom;
        // As much again as there is: what is kept is looked at from its beginning each time, however few bytes a stream gives at once.
        var read = stream.ReadAtLeast(_bytes.AsSpan(kept), Math.Clamp(kept, 1, _bytes.Length - kept), throwOnEndOfStream: false);
        _end = kept + read;
        IsFinal = read == 0;
        return true;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        stream.Dispose();
    }
}
