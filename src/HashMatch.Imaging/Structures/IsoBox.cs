namespace HashMatch.Imaging.Structures;

/// <summary>One box: four letters that name its kind, and what it holds.</summary>
readonly ref struct IsoBox(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> body, int length, bool isCut)
{
    readonly ReadOnlySpan<byte> _kind = kind;

    /// <summary>Bytes with its header, as far as they are there.</summary>
    public int Length { get; } = length;

    public ReadOnlySpan<byte> Body { get; } = body;

    /// <summary>Whether it is longer than what it lies in.</summary>
    public bool IsCut { get; } = isCut;

    public bool Is(ReadOnlySpan<byte> kind) => _kind.SequenceEqual(kind);
}
