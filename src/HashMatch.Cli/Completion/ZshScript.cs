using System.Text;

namespace HashMatch.Cli.Completion;

/// <summary>Completion for zsh, by its own <c>_arguments</c>: options with what they are for, each but those that repeat once.</summary>
static class ZshScript
{
    internal static string Of(CompletedVerb root)
    {
        StringBuilder script = new("""
            #compdef hashmatch
            # Completion of hashmatch for zsh: hashmatch completions zsh > _hashmatch, in a folder of $fpath

            """);
        foreach (var verb in root.All)
        {
            script.Append(verb.Verbs.Count > 0 ? Group(verb) : Leaf(verb));
        }

        // Read by the completion system, the file is the function; sourced, it has itself registered.
        script.Append("""

            if [[ $funcstack[1] == _hashmatch ]]; then
                _hashmatch "$@"
            else
                compdef _hashmatch hashmatch
            fi

            """);
        return script.ToString();
    }

    static string Group(CompletedVerb verb)
    {
        StringBuilder script = new();
        script.Append($"\n{FunctionOf(verb)}() {{\n    local curcontext=$curcontext state line\n    local -a verbs=(\n");
        foreach (var below in verb.Verbs)
        {
            script.Append($"        {ShellText.Quote($"{below.Word}:{below.Description}")}\n");
        }

        script.Append("    )\n    _arguments -C \\\n");
        AddOptions(script, verb);
        script.Append("        '1: :->verb' '*:: :->rest'\n    case $state in\n    verb) _describe -t verbs verb verbs ;;\n    rest)\n        case $words[1] in\n");
        foreach (var below in verb.Verbs)
        {
            script.Append($"        {below.Word}) {FunctionOf(below)} ;;\n");
        }

        return script.Append("        esac\n        ;;\n    esac\n}\n").ToString();
    }

    static string Leaf(CompletedVerb verb)
    {
        StringBuilder script = new();
        script.Append($"\n{FunctionOf(verb)}() {{\n    _arguments \\\n");
        AddOptions(script, verb);
        for (var i = 0; i < verb.Arguments.Count; i++)
        {
            var isLast = i == verb.Arguments.Count - 1 && verb.Arguments[i].Kind != ValueKind.Word;
            script.Append($"        {ShellText.Quote($"{(isLast ? "*" : $"{i + 1}")}: :{ActionOf(verb.Arguments[i])}")} \\\n");
        }

        return script.Append("        && return 0\n}\n").ToString();
    }

    static void AddOptions(StringBuilder script, CompletedVerb verb)
    {
        foreach (var option in verb.Options)
        {
            var others = option.IsRepeatable ? "*" : $"({string.Join(' ', option.Names)})";
            var value = option.Value.Kind == ValueKind.None ? "" : $": :{ActionOf(option.Value)}";
            foreach (var name in option.Names)
            {
                script.Append($"        {ShellText.Quote($"{others}{name}[{Escape(option.Description)}]{value}")} \\\n");
            }
        }
    }

    static string ActionOf(CompletedValue value) => value.Kind switch
    {
        ValueKind.Word => $"({string.Join(' ', value.Words)})",
        ValueKind.Path => "_files",
        _ => "",
    };

    static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);

    static string FunctionOf(CompletedVerb verb) => verb.Name.Length == 0 ? "_hashmatch" : $"_hashmatch_{verb.Name.Replace(' ', '_')}";
}
