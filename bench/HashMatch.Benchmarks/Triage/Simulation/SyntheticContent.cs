using HashMatch.Hashes;

namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>What a picture shows, whatever was done to its copies.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Hash">The hash of the original.</param>
/// <param name="Label">What the known list says of it; null if it is not there.</param>
/// <param name="Group">The planted group whose picture it is, or -1.</param>
/// <param name="IsListed">Whether it is on a list, known or ignored, so that no report of it is the first.</param>
sealed record SyntheticContent(int Number, Hash256 Hash, string? Label = null, int Group = -1, bool IsListed = false);
