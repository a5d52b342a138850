using System.Text;
using System.Text.RegularExpressions;

namespace HashMatch.Cli.Tests.Help;

/// <summary>A line of a manual as a shell takes it: programs one behind the other, and a file for what the last one prints.</summary>
/// <param name="Programs">Each with its arguments.</param>
/// <param name="Output">The file; null for the terminal.</param>
sealed partial record ExampleLine(IReadOnlyList<string[]> Programs, string? Output)
{
    const string Command = "hashmatch";

    internal IEnumerable<string[]> Commands => Programs.Where(program => program[0] == Command).Select(program => program[1..]);

    internal static ExampleLine Of(string line)
    {
        // What a shell does with the output is the shell's.
        if (Substitution().Match(line) is { Success: true } inner)
        {
            line = inner.Groups[1].Value;
        }

        var parts = line.Split(" > ");
        return new ExampleLine([.. parts[0].Split(" | ").Select(Words)], parts.ElementAtOrDefault(1));
    }

    /// <summary>Runs the line in the current folder: the exit code is that of the last <c>hashmatch</c>.</summary>
    internal CommandRun Run()
    {
        CommandRun? last = null;
        byte[] input = [];
        foreach (var program in Programs)
        {
            switch (program)
            {
                case [Command, .. var args]:
                    using (MemoryStream stream = new(input))
                    {
                        last = CommandRun.Of(stream, args);
                        input = Encoding.UTF8.GetBytes(last.Output);
                    }

                    break;
                case ["cat", var file]:
                    input = File.ReadAllBytes(file);
                    break;
                case ["find", var folder, ..]:
                    input = Encoding.UTF8.GetBytes(string.Concat(Directory.GetFiles(folder).Select(file => file + '\0')));
                    break;
            }
        }

        if (Output is { } name && !name.Contains('/'))
        {
            File.WriteAllText(name, last!.Output);
        }

        return last!;
    }

    static string[] Words(string program) => [.. Word().Matches(program).Select(word => word.Value.Trim('\''))];

    [GeneratedRegex("'[^']*'|\\S+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^source <\((.*)\)$")]
    private static partial Regex Substitution();
}
