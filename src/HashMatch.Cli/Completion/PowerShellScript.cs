using System.Text;

namespace HashMatch.Cli.Completion;

/// <summary>Completion for PowerShell; where the script has no word, its own completion of files steps in.</summary>
static class PowerShellScript
{
    internal static string Of(CompletedVerb root)
    {
        StringBuilder verbs = new();
        foreach (var verb in root.All)
        {
            verbs.Append($"    {ShellText.QuoteForPowerShell(verb.Name)} = @{{ verbs = {Array(verb.Verbs.Select(below => below.Word))}; options = @{{\n");
            foreach (var option in verb.Options)
            {
                foreach (var name in option.Names)
                {
                    verbs.Append($"        {ShellText.QuoteForPowerShell(name)} = {ValueOf(option.Value)}\n");
                }
            }

            var words = verb.Arguments.Index().Where(argument => argument.Item.Kind == ValueKind.Word).Select(argument => $"{argument.Index} = {Array(argument.Item.Words)}");
            verbs.Append($"    }}; arguments = @{{ {string.Join("; ", words)} }} }}\n");
        }

        return $$"""
            # Completion of hashmatch for PowerShell: hashmatch completions pwsh | Out-String | Invoke-Expression
            $script:hashmatchVerbs = @{
            {{verbs}}}
            Register-ArgumentCompleter -Native -CommandName hashmatch -ScriptBlock {
                param($wordToComplete, $commandAst, $cursorPosition)
                $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | Select-Object -Skip 1 | ForEach-Object { "$_" })
                $verb = ''
                $start = 0
                while ($start -lt $words.Count -and $script:hashmatchVerbs.ContainsKey("$verb $($words[$start])".Trim())) {
                    $verb = "$verb $($words[$start])".Trim()
                    $start++
                }
                $known = $script:hashmatchVerbs[$verb]
                # A flag takes nothing, text cannot be guessed, a path is left to PowerShell: only a list of words is more than empty.
                $asked = $null
                $given = 0
                for ($i = $start; $i -lt $words.Count; $i++) {
                    if ($words[$i].StartsWith('-')) { $asked = $known.options[$words[$i]] }
                    elseif ($null -ne $asked) { $asked = $null }
                    else { $given++ }
                }
                if ($null -ne $asked) { $found = $asked }
                elseif ($wordToComplete.StartsWith('-')) { $found = $known.options.Keys | Sort-Object }
                elseif ($known.verbs.Count -gt 0) { $found = $known.verbs }
                else { $found = $known.arguments[$given] }
                $found | Where-Object { $_ -and $_.StartsWith($wordToComplete) } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }

            """;
    }

    static string ValueOf(CompletedValue value) => value.Kind == ValueKind.None ? "$null" : Array(value.Words);

    static string Array(IEnumerable<string> words) => $"@({string.Join(", ", words.Select(ShellText.QuoteForPowerShell))})";
}
