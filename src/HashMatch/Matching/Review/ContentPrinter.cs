using System.Security.Cryptography;
using System.Text;
using HashMatch.Hashers;
using HashMatch.Hashes;

namespace HashMatch.Matching.Review;

/// <summary>Makes the prints by which vetoes recognise contents without keeping a hash of them.</summary>
/// <remarks>Immutable; safe from any thread. Prints of printers with different keys never meet.</remarks>
public sealed class ContentPrinter
{
    /// <summary>The longest key.</summary>
    public const int MostKeyBytes = 64;

    /// <summary>Told apart from the kinds of digests.</summary>
    const byte PdqKind = byte.MaxValue;

    const int MostValueBytes = 64;

    readonly byte[] _key;

    /// <summary>A printer.</summary>
    /// <param name="key">0..64 bytes, such as the id of a store: only who has it can look whether a hash they hold is meant.</param>
    /// <exception cref="ArgumentOutOfRangeException">The key is longer.</exception>
    public ContentPrinter(ReadOnlySpan<byte> key = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Length, MostKeyBytes, nameof(key));
        _key = key.ToArray();
    }

    /// <summary>The print of a PDQ hash.</summary>
    public ContentPrint Of(Hash256 hash)
    {
        Span<byte> bytes = stackalloc byte[Hash256.ByteLength];
        hash.CopyTo(bytes);
        return new ContentPrint(Print(PdqKind, bytes), OfBytes: false);
    }

    /// <summary>The print of a digest.</summary>
    public ContentPrint Of(ContentDigest digest)
    {
        Span<byte> text = stackalloc byte[MostValueBytes];
        return new ContentPrint(Print((byte)digest.Kind, text[..Encoding.ASCII.GetBytes(digest.ToString(), text)]), OfBytes: true);
    }

    /// <summary>An item, as one side of a veto.</summary>
    /// <param name="forms">All it is looked for by.</param>
    /// <param name="digests">The digests of its bytes.</param>
    /// <param name="options">Say which hashes mean anything; equal ones that do not make no two contents the same.</param>
    public VetoSide SideOf(HashForms forms, IReadOnlyList<ContentDigest> digests, MatchOptions options)
    {
        ArgumentNullException.ThrowIfNull(forms);
        ArgumentNullException.ThrowIfNull(digests);
        ArgumentNullException.ThrowIfNull(options);
        List<ContentPrint> own = [.. digests.Select(Of)];
        List<ContentPrint> turned = [];
        foreach (var form in forms.All)
        {
            if (options.GateOf(form) is null)
            {
                (form.Transform.Turned == DihedralTransform.Identity ? own : turned).Add(Of(form.Hash));
            }
        }

        return new VetoSide(own, turned);
    }

    /// <summary>An entry of a list, as one side of a veto.</summary>
    public VetoSide SideOf(KnownEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        List<ContentPrint> own = [.. entry.Digests.Select(Of)];
        if (entry.Pdq is { } pdq)
        {
            own.Add(Of(pdq));
        }

        return new VetoSide(own, []) { IsEntry = true };
    }

    /// <summary>Values of one kind are of one length, so that no two inputs run together.</summary>
    Hash256 Print(byte kind, ReadOnlySpan<byte> value)
    {
        Span<byte> input = stackalloc byte[MostKeyBytes + 1 + MostValueBytes];
        _key.CopyTo(input);
        input[_key.Length] = kind;
        value.CopyTo(input[(_key.Length + 1)..]);
        Span<byte> print = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input[..(_key.Length + 1 + value.Length)], print);
        return Hash256.FromBytes(print);
    }
}
