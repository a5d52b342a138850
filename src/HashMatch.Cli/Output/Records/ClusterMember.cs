namespace HashMatch.Cli.Output.Records;

/// <summary>One input of a cluster.</summary>
/// <param name="Path">The input.</param>
/// <param name="Distance">Bits from the representative.</param>
readonly record struct ClusterMember(string Path, int Distance);
