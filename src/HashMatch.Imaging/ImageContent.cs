using System.Buffers;

namespace HashMatch.Imaging;

/// <summary>The bytes of one file and the owner of their memory: dispose it to give the memory back.</summary>
public sealed class ImageContent : IDisposable
{
    readonly IMemoryOwner<byte> _owner;

    internal ImageContent(IMemoryOwner<byte> owner, int length)
    {
        _owner = owner;
        Length = length;
    }

    /// <summary>How many bytes.</summary>
    public int Length { get; }

    /// <summary>The bytes, valid until this object is disposed.</summary>
    public ReadOnlyMemory<byte> Memory => _owner.Memory[..Length];

    /// <inheritdoc/>
    public void Dispose() => _owner.Dispose();
}
