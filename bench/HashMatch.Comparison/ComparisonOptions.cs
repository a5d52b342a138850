namespace HashMatch.Comparison;

/// <summary>What one run compares.</summary>
/// <param name="Count">Stored hashes.</param>
/// <param name="Bits">Width of a hash.</param>
/// <param name="Radius">Inclusive bound of the search.</param>
/// <param name="Clustered">Whether a fifth of the hashes are near-duplicates of others.</param>
/// <param name="Queries">Queries a round.</param>
/// <param name="Rounds">Rounds, of which the fastest counts.</param>
/// <param name="Seed">Seed of all data.</param>
/// <param name="Only">Parts of the names of the contenders that run; none for all.</param>
sealed record ComparisonOptions(
    int Count, int Bits, int Radius, bool Clustered, int Queries, int Rounds, int Seed, IReadOnlyList<string> Only)
{
    internal bool MakeSense =>
        Bits is 64 or 256 && Radius >= 0 && Radius <= Bits && Count >= 1 && Queries >= 1 && Rounds >= 1;

    internal bool Runs(string contender) =>
        Only.Count == 0 || Only.Any(part => contender.Contains(part, StringComparison.OrdinalIgnoreCase));
}
