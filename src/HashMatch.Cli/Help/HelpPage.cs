using System.CommandLine;

namespace HashMatch.Cli.Help;

/// <summary>The page that <c>--help</c> prints: usage, what a verb does, its options by section, examples, exit codes.</summary>
static class HelpPage
{
    internal static void Write(TextWriter output, Command command, int width)
    {
        var manual = ManualPages.Of(SymbolText.VerbOf(command));
        HelpLines lines = new(output, width);
        lines.Paragraph($"{string.Join(' ', ((string[])["hashmatch", manual.Verb]).Where(word => word.Length > 0))}: {command.Description}", indent: 0);
        lines.Heading("Usage");
        lines.Paragraph(SymbolText.UsageOf(command));
        lines.Heading("Description");
        lines.Paragraphs(manual.Text);

        WriteRows(lines, "Verbs", command.Subcommands.Where(verb => !verb.Hidden).Select(verb => (verb.Name, verb.Description!)));
        WriteRows(lines, "Arguments", command.Arguments.Select(argument => (SymbolText.NameOf(argument), argument.Description!)));
        foreach (var (title, options) in OptionSections.Of(command))
        {
            WriteRows(lines, title, options.Select(option => (SymbolText.NamesOf(option), SymbolText.DescriptionOf(option))));
        }

        lines.Heading("Examples");
        foreach (var example in manual.Examples)
        {
            lines.Paragraph($"{example.Purpose}:");
            lines.Line(example.Line, indent: 4);
        }

        WriteRows(lines, "Exit codes", ExitCodesOf(command, manual).Select(code => ($"{code.Code}", code.Meaning)));
        if (manual.Verb.Length == 0)
        {
            WriteRows(lines, "Environment", [("HASHMATCH_KERNEL", "Forces the instruction set that compares hashes: avx512, avx2, vector128 or scalar. The records are the same.")]);
        }

        if (command.Subcommands.Count > 0)
        {
            lines.Line("");
            lines.Line($"'{SymbolText.UsageOf(command)[..^" [options]".Length]} --help' tells the rest.");
        }
    }

    static void WriteRows(HelpLines lines, string title, IEnumerable<(string Label, string Text)> rows)
    {
        var isFirst = true;
        foreach (var (label, text) in rows)
        {
            if (isFirst)
            {
                lines.Heading(title);
                isFirst = false;
            }

            lines.Row(label, text);
        }
    }

    static IEnumerable<(int Code, string Meaning)> ExitCodesOf(Command command, Manual manual)
    {
        yield return (ExitCode.Done, "Done.");
        if (manual.SomeFailed is { } failed)
        {
            yield return (ExitCode.SomeFailed, failed);
        }

        yield return (ExitCode.WrongUsage, "The command line is wrong; standard error says how.");
        yield return (ExitCode.Unusable, "A file that the run needs could not be used, or the output not written.");
        if (manual.Verb.Length == 0 || command.Options.Any(option => option.Name == "--fail-on-match"))
        {
            yield return (ExitCode.KnownFound, "Something known was found, and --fail-on-match was given.");
        }

        yield return (ExitCode.Interrupted, "Interrupted; every record printed is complete.");
    }
}
