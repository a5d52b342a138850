using HashMatch.Triage;

namespace HashMatch.Catalog.Triage;

/// <summary>Says why a report or a follow-up is none that can be kept: the field and the reason, never the value.</summary>
static class Refusal
{
    internal static string Of(IReadOnlyList<FieldProblem> problems) =>
        string.Join("; ", problems.Where(problem => !problem.IsWarning).Select(problem => $"{problem.Path} {problem.Reason}")) + ".";
}
