using System.Diagnostics.CodeAnalysis;

namespace HashMatch.Triage;

/// <summary>One line as read.</summary>
/// <typeparam name="T">What a line holds.</typeparam>
/// <param name="Line">Its number, 1 for the first.</param>
/// <param name="Value">What it holds; null if it could not be used.</param>
/// <param name="Problems">Errors if it could not be used, else warnings, in the order of the line's fields; 51 at most.</param>
public sealed record LineRow<T>(long Line, T? Value, IReadOnlyList<FieldProblem> Problems)
    where T : class
{
    /// <summary>Whether it could be used.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsAccepted => Value is not null;
}
