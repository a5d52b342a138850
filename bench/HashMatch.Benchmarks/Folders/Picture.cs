using HashMatch.Hashers;

namespace HashMatch.Benchmarks.Folders;

/// <summary>A file in memory that is known to decode, and the hashes every pass has to find again.</summary>
sealed record Picture(byte[] Bytes, IReadOnlyDictionary<HashProfile, PdqResult> Expected);
