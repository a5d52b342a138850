namespace HashMatch.Cli.Help.Manuals;

/// <summary>The command itself, and the verbs that are about it and the machine.</summary>
static class CommandManuals
{
    internal static IReadOnlyList<Manual> All { get; } =
    [
        new("", "Pictures get perceptual hashes; near ones are found by exact search; each picture gets one verdict, with the evidence. Known pictures and repeats are put aside, so that attention goes to what is new.\n"
            + "Records go to standard output, progress and the summary to standard error. The same inputs give the same bytes for any order and any number of threads.",
            new Example("Compare a folder with a list of known pictures", "hashmatch scan pictures --known known.csv --format text"),
            new Example("Complete verbs, options and their values in this shell", "source <(hashmatch completions bash)"))
        {
            SomeFailed = "Some input failed; it has its record, and the rest was done.",
        },
        new("bench", "One thread hashes pictures made up for it and searches random hashes. It takes some seconds, and tells what this machine is good for; bench/README.md of the project has the real measurements.",
            new Example("A short look", "hashmatch bench --n 100000 --format text")),
        new("completions", "The script stands for itself: completing starts no process and needs no other tool. It is of this version: make it anew after an update, or have it made whenever a shell starts.\n"
            + "Verbs, options and the words an option takes are completed; paths are where a path is expected.",
            new Example("Bash, this shell alone; in ~/.bashrc, every one", "source <(hashmatch completions bash)"),
            new Example("Zsh, in a folder of $fpath", "hashmatch completions zsh > _hashmatch"),
            new Example("Fish", "hashmatch completions fish > ~/.config/fish/completions/hashmatch.fish"),
            new Example("PowerShell, in $PROFILE", "hashmatch completions pwsh | Out-String | Invoke-Expression")),
    ];
}
