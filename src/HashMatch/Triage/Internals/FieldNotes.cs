using System.Globalization;
using System.Text;

namespace HashMatch.Triage.Internals;

/// <summary>Gathers the problems of one document, and knows which field is being read.</summary>
/// <remarks>The path is only spelled where something is wrong: a document may have a million fields.</remarks>
sealed class FieldNotes(long line)
{
    /// <summary>A hostile document can be wrong a million times over.</summary>
    internal const int Most = 50;

    const int LongestName = 64;

    readonly List<FieldProblem> _problems = [];
    readonly List<(string? Name, int Position)> _path = [];

    /// <summary>Whether anything is so wrong that the document cannot be taken.</summary>
    internal bool HasErrors { get; private set; }

    /// <summary>What was noted, in the order of the document.</summary>
    internal IReadOnlyList<FieldProblem> Problems => _problems;

    /// <summary>Goes into a field of the object being read.</summary>
    internal void Enter(string name) => _path.Add((name, 0));

    /// <summary>Goes into an element of the array being read.</summary>
    internal void Enter(int position) => _path.Add((null, position));

    /// <summary>Comes back out of the field or element entered last.</summary>
    internal void Leave() => _path.RemoveAt(_path.Count - 1);

    internal void Error(string reason) => Note(reason, isWarning: false);

    internal void Warn(string reason) => Note(reason, isWarning: true);

    /// <summary>Notes a field that should be there.</summary>
    internal void Missing(string name)
    {
        Enter(name);
        Error("is missing");
        Leave();
    }

    void Note(string reason, bool isWarning)
    {
        HasErrors |= !isWarning;
        if (_problems.Count < Most)
        {
            _problems.Add(new FieldProblem(line, Spell(), reason, isWarning));
        }
        else if (_problems.Count == Most)
        {
            _problems.Add(new FieldProblem(line, "$", "has further problems, which are not listed", isWarning));
        }
        else if (!isWarning)
        {
            // The closing note of a document that is refused must not read as a warning.
            _problems[Most] = _problems[Most] with { IsWarning = false };
        }
    }

    string Spell()
    {
        StringBuilder text = new("$");
        foreach (var (name, position) in _path)
        {
            _ = name is null ? text.Append(CultureInfo.InvariantCulture, $"[{position}]") : text.Append(Spelled(name));
        }

        return text.ToString();
    }

    /// <summary>A name as a path has it: what is no plain word stands in brackets, on one line and cut short, since others choose it.</summary>
    static string Spelled(string name)
    {
        if (name.Length is > 0 and <= LongestName && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-'))
        {
            return $".{name}";
        }

        var text = name.Length <= LongestName ? name : name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)] + '…';
        return $"['{string.Concat(text.Select(c => IsHarmless(c) ? c : '\uFFFD'))}']";
    }

    static bool IsHarmless(char c) => char.GetUnicodeCategory(c) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
