namespace HashMatch.Cli.Output.Records;

/// <summary>One stored hash near a query.</summary>
readonly record struct QueryHit(int Id, string? Name, int Distance);
