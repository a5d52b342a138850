using HashMatch.Triage.Rules;

namespace HashMatch.Cli.Inputs;

/// <summary>The rules that an option names.</summary>
static class RulesFile
{
    /// <summary>The rules in a file; the default ones without a file.</summary>
    internal static TriageRules Read(string? file)
    {
        if (file is null)
        {
            return TriageRules.Default;
        }

        // One byte more than may be there shows that the file is too long; its length is not asked for, since a pipe has none.
        var bytes = new byte[TriageRules.MaxBytes + 1];
        var length = CommandException.Attempt($"the rules in '{file}' could not be read", () =>
        {
            using var stream = File.OpenRead(file);
            return stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        });
        try
        {
            return TriageRules.Parse(bytes.AsSpan(0, length));
        }
        catch (TriageRulesException exception)
        {
            throw CommandException.Unusable($"'{file}': {exception.Message}");
        }
    }
}
