using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>What a growing index held at one moment, to be read while it goes on.</summary>
/// <param name="Parts">The parts, each with the number of its rows then.</param>
/// <param name="Removals">The number of removals then.</param>
readonly record struct FrozenParts<THash>((IndexPart<THash> Part, int Rows)[] Parts, ulong Removals)
    where THash : struct, IHash<THash>;
