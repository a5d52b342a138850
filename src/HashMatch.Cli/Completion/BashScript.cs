using System.Text;

namespace HashMatch.Cli.Completion;

/// <summary>Completion for bash, 3.2 and later; bash's own completion of files steps in where the script has no word.</summary>
static class BashScript
{
    internal static string Of(CompletedVerb root)
    {
        StringBuilder verbs = new();
        StringBuilder places = new();
        foreach (var verb in root.All)
        {
            AddVerb(verbs, verb);
            AddPlaces(places, verb);
        }

        var names = string.Join(" | ", root.All.Skip(1).Select(verb => ShellText.Quote(verb.Name)));
        return $$"""
            # Completion of hashmatch for bash: source <(hashmatch completions bash)
            _hashmatch() {
                local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
                local verb='' verbs='' options='' takes='' paths='' kind='' words='' given=0 start=1 i
                COMPREPLY=()
                # Readline parts words at = and at :, which stands between the type and the name of a list.
                if [[ $current == = ]]; then
                    current=''
                elif [[ $previous == = ]]; then
                    previous=${COMP_WORDS[COMP_CWORD-2]}
                elif [[ $current == : || $previous == : ]]; then
                    return 0
                fi
                for ((i = 1; i < COMP_CWORD; i++)); do
                    [[ ${COMP_WORDS[i]} == -- ]] && return 0
                    case "${verb:+$verb }${COMP_WORDS[i]}" in
                    {{names}})
                        verb="${verb:+$verb }${COMP_WORDS[i]}"
                        start=$((i + 1))
                        ;;
                    esac
                done
                case $verb in
            {{verbs}}    esac
                for ((i = start; i < COMP_CWORD; i++)); do
                    if [[ $takes == *" ${COMP_WORDS[i]} "* ]]; then
                        [[ ${COMP_WORDS[i+1]} == = ]] && i=$((i + 1))
                        i=$((i + 1))
                    elif [[ ${COMP_WORDS[i]} != -* ]]; then
                        given=$((given + 1))
                    fi
                done
                [[ $given == 0 ]] || verbs=''
                case "$verb $given" in
            {{places}}    esac
                if [[ $kind == word ]]; then
                    COMPREPLY=($(compgen -W "$words" -- "$current"))
                elif [[ $kind == text ]]; then
                    compopt +o default 2>/dev/null
                elif [[ $kind == path ]]; then
                    :
                elif [[ $current == -* ]]; then
                    COMPREPLY=($(compgen -W "$options" -- "$current"))
                elif [[ -n $verbs$words ]]; then
                    compopt +o default 2>/dev/null
                    COMPREPLY=($(compgen -W "$verbs $words" -- "$current"))
                elif [[ -z $paths ]]; then
                    compopt +o default 2>/dev/null
                fi
                return 0
            }
            complete -o default -F _hashmatch hashmatch

            """;
    }

    static void AddVerb(StringBuilder script, CompletedVerb verb)
    {
        CompletedOption[] takers = [.. verb.Options.Where(option => option.Value.Kind != ValueKind.None)];
        script.Append($"    {ShellText.Quote(verb.Name)})\n");
        if (verb.Verbs.Count > 0)
        {
            script.Append($"        verbs={ShellText.Words(verb.Verbs.Select(below => below.Word))}\n");
        }

        if (verb.Arguments.Any(argument => argument.Kind == ValueKind.Path))
        {
            script.Append("        paths=1\n");
        }

        script.Append($"        options={ShellText.Words(verb.Options.SelectMany(option => option.Names))}\n");
        if (takers.Length > 0)
        {
            script.Append($"        takes={ShellText.Quote($" {string.Join(' ', takers.SelectMany(option => option.Names))} ")}\n");
            script.Append("        case $previous in\n");
            foreach (var alike in takers.GroupBy(option => Assign(option.Value)))
            {
                script.Append($"        {string.Join(" | ", alike.SelectMany(option => option.Names))}) {alike.Key} ;;\n");
            }

            script.Append("        esac\n");
        }

        script.Append("        ;;\n");
    }

    /// <summary>Where an argument takes one of some words.</summary>
    static void AddPlaces(StringBuilder script, CompletedVerb verb)
    {
        for (var i = 0; i < verb.Arguments.Count; i++)
        {
            if (verb.Arguments[i].Kind == ValueKind.Word)
            {
                script.Append($"    {ShellText.Quote($"{verb.Name} {i}")}) [[ -n $kind ]] || words={ShellText.Words(verb.Arguments[i].Words)} ;;\n");
            }
        }
    }

    static string Assign(CompletedValue value) => value.Kind switch
    {
        ValueKind.Word => $"kind=word words={ShellText.Words(value.Words)}",
        ValueKind.Path => "kind=path",
        _ => "kind=text",
    };
}
