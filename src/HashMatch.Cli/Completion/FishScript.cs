using System.Text;

namespace HashMatch.Cli.Completion;

/// <summary>Completion for fish: a line an option, each under the verb it belongs to.</summary>
static class FishScript
{
    internal static string Of(CompletedVerb root)
    {
        StringBuilder script = new("""
            # Completion of hashmatch for fish: hashmatch completions fish > ~/.config/fish/completions/hashmatch.fish
            # Whether the words typed so far begin with this verb; alone, where nothing but a verb can follow.
            function __hashmatch_at
                set -l words (commandline -opc)[2..]
                set -l length (count $argv)
                test (count $words) -ge $length; and test "$words[1..$length]" = "$argv"
            end
            function __hashmatch_asks
                set -l words (commandline -opc)[2..]
                test "$words" = "$argv"
            end
            complete -c hashmatch -e

            """);
        foreach (var verb in root.All)
        {
            AddVerb(script, verb);
        }

        return script.ToString();
    }

    static void AddVerb(StringBuilder script, CompletedVerb verb)
    {
        var takesPaths = verb.Arguments.Any(argument => argument.Kind == ValueKind.Path);
        var at = verb.Verbs.Count > 0 ? $"__hashmatch_asks {verb.Name}".TrimEnd() : $"__hashmatch_at {verb.Name}";
        if (!takesPaths)
        {
            Add(script, at, "-f");
        }

        foreach (var below in verb.Verbs)
        {
            Add(script, at, $"-a {below.Word} -d {ShellText.QuoteForFish(below.Description)}");
        }

        foreach (var words in verb.Arguments.Where(argument => argument.Kind == ValueKind.Word))
        {
            Add(script, at, $"-a {ShellText.QuoteForFish(string.Join(' ', words.Words))}");
        }

        foreach (var option in verb.Options)
        {
            var names = string.Join(' ', option.Names.Select(name => name.StartsWith("--", StringComparison.Ordinal) ? $"-l {name[2..]}" : $"-s {name[1..]}"));
            Add(script, at, $"{names}{ValueOf(option.Value)} -d {ShellText.QuoteForFish(option.Description)}");
        }
    }

    static void Add(StringBuilder script, string condition, string what) =>
        script.Append($"complete -c hashmatch -n {ShellText.QuoteForFish(condition)} {what}\n");

    static string ValueOf(CompletedValue value) => value.Kind switch
    {
        ValueKind.Word => $" -x -a {ShellText.QuoteForFish(string.Join(' ', value.Words))}",
        ValueKind.Path => " -r -F",
        ValueKind.Text => " -x",
        _ => "",
    };
}
