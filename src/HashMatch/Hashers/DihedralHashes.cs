using System.Runtime.CompilerServices;
using HashMatch.Hashes;

namespace HashMatch.Hashers;

/// <summary>The PDQ hashes of one picture under the eight <see cref="DihedralTransform"/>s: 256 bytes, no references.</summary>
public struct DihedralHashes
{
    Buffer _hashes;

    /// <summary>The hash of the picture after <paramref name="transform"/>.</summary>
    /// <exception cref="IndexOutOfRangeException">The transform is none of the eight.</exception>
    public Hash256 this[DihedralTransform transform]
    {
        readonly get => _hashes[(int)transform];
        internal set => _hashes[(int)transform] = value;
    }

    [InlineArray(8)]
    struct Buffer
    {
        Hash256 _first;
    }
}
