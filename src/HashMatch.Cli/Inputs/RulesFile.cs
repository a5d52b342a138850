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

        try
        {
            using var stream = File.OpenRead(file);
            // One byte more than may be there shows that the file is too long; its length is not asked for, since a pipe has none.
            var bytes = new byte[TriageRules.MaxBytes + 1];
            return TriageRules.Parse(bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)));
        }
        catch (TriageRulesException exception)
        {
            throw CommandException.Unusable($"'{file}': {exception.Message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw CommandException.Unusable($"the rules in '{file}' could not be read: {exception.Message}");
        }
    }
}
