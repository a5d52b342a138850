using HashMatch.Triage;

namespace HashMatch.Cli.Output.Records.Triage;

/// <summary>What is wrong with a row, in the words of records, which name its line elsewhere.</summary>
static class ProblemText
{
    internal static string Of(FieldProblem problem) => $"{problem.Path}: {problem.Reason}";

    internal static string Of(IReadOnlyList<FieldProblem> problems) => string.Join("; ", problems.Select(Of));
}
