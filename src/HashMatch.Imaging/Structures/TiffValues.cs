namespace HashMatch.Imaging.Structures;

/// <summary>An array of unsigned numbers within a TIFF.</summary>
readonly ref struct TiffValues(ReadOnlySpan<byte> data, int size, bool little)
{
    readonly ReadOnlySpan<byte> _data = data;

    public int Count => size == 0 ? 0 : _data.Length / size;

    public long this[int index]
    {
        get
        {
            ulong value = 0;
            var at = _data.Slice(index * size, size);
            for (var i = 0; i < size; i++)
            {
                value = (value << 8) | at[little ? size - 1 - i : i];
            }

            return (long)Math.Min(value, long.MaxValue);
        }
    }
}
