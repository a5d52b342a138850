using System.Runtime.CompilerServices;
using HashMatch.Hashes;

namespace HashMatch.Hashers;

/// <summary>The PDQ hashes of one picture under the eight <see cref="DihedralTransform"/>s: 256 bytes, no references.</summary>
public struct DihedralHashes
{
    const int Count = 8;

    Buffer _hashes;

    /// <summary>The hashes given, such as those of an earlier run.</summary>
    /// <param name="hashes">Exactly eight, in the order of <see cref="DihedralTransform"/>.</param>
    /// <exception cref="ArgumentException">There are not eight.</exception>
    public DihedralHashes(ReadOnlySpan<Hash256> hashes)
    {
        if (hashes.Length != Count)
        {
            throw new ArgumentException("There are exactly eight dihedral hashes.", nameof(hashes));
        }

        hashes.CopyTo(_hashes);
    }

    /// <summary>The hash of the picture after <paramref name="transform"/>.</summary>
    /// <exception cref="IndexOutOfRangeException">The transform is none of the eight.</exception>
    public Hash256 this[DihedralTransform transform]
    {
        readonly get => _hashes[(int)transform];
        internal set => _hashes[(int)transform] = value;
    }

    [InlineArray(Count)]
    struct Buffer
    {
        Hash256 _first;
    }
}
