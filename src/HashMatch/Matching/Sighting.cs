using HashMatch.Hashers;
using HashMatch.Hashes;

namespace HashMatch.Matching;

/// <summary>One hashed item, to be decided.</summary>
/// <param name="Path">The name it is known by in verdicts: a path, a key.</param>
/// <param name="Pdq">Its hash and quality.</param>
/// <param name="ByteLength">The length of its file.</param>
/// <param name="Digests">
/// Digests of its bytes. <see cref="DigestKind.XxHash128"/> recognises exact repeats; the others exact matches with
/// lists that carry them.
/// </param>
public sealed record Sighting(string Path, PdqResult Pdq, long ByteLength, IReadOnlyList<ContentDigest> Digests);
