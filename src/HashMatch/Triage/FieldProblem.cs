using System.Globalization;

namespace HashMatch.Triage;

/// <summary>What is wrong with, or odd about, one field of a document.</summary>
/// <param name="Line">The line of a JSON Lines document, 1 for the first; 0 for a document that is not read by lines.</param>
/// <param name="Path">Where in the object, as a JSON path: <c>$.items[2].pdq</c>; <c>$</c> for the object itself.</param>
/// <param name="Reason">What is wrong and what would be right. It never repeats the value: reports are sensitive.</param>
/// <param name="IsWarning">True if the document was taken all the same.</param>
public sealed record FieldProblem(long Line, string Path, string Reason, bool IsWarning = false)
{
    /// <summary>In words: <c>line 5, $.items[2].pdq: must be exactly 64 hexadecimal digits</c>.</summary>
    public override string ToString() => Line == 0
        ? $"{Path}: {Reason}"
        : string.Create(CultureInfo.InvariantCulture, $"line {Line}, {Path}: {Reason}");
}
