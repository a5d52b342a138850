using HashMatch.Hashes;

namespace HashMatch.Matching.Review;

/// <summary>Stands for one hash or digest of a content: contents that share the print share the hash or digest.</summary>
/// <param name="Value">A SHA-256 over a key and the hash or digest: neither can be read from it.</param>
/// <param name="OfBytes">Whether it stands for a digest, so that contents that share it have equal bytes.</param>
/// <remarks>Immutable; safe from any thread. Made by a <see cref="ContentPrinter"/>.</remarks>
public readonly record struct ContentPrint(Hash256 Value, bool OfBytes);
