using HashMatch.Hashes;

namespace HashMatch.Hashers;

/// <summary>A PDQ hash and how far it can be trusted.</summary>
/// <param name="Hash">256 bits; for an image with a side below 5 pixels all zero.</param>
/// <param name="Quality">
/// 0..100, from the gradients of the 64x64 picture: 0 is flat. PDQ's authors discard below 50.
/// </param>
public readonly record struct PdqResult(Hash256 Hash, int Quality);
