using HashMatch.Cli.Pipeline;
using HashMatch.Matching;

namespace HashMatch.Cli.Output;

/// <summary>One input's verdict: what was read of it and what was decided.</summary>
sealed record VerdictRecord(HashedFile File, Decision Decision);
