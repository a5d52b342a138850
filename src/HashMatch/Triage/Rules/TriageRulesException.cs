namespace HashMatch.Triage.Rules;

/// <summary>A file of rules is not valid.</summary>
public sealed class TriageRulesException : Exception
{
    /// <summary>An exception without a message of its own.</summary>
    public TriageRulesException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What is wrong.</param>
    public TriageRulesException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and what caused it.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">What caused it.</param>
    public TriageRulesException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal TriageRulesException(IReadOnlyList<FieldProblem> problems)
        : base("The triage rules are not valid: " + string.Join("; ", problems) + ".") => Problems = problems;

    /// <summary>Every field that is not valid, in the order of the file.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; } = [];
}
