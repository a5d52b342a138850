using System.CommandLine;
using System.CommandLine.Parsing;
using HashMatch.Cli.Inputs;

namespace HashMatch.Cli.Commands;

/// <summary>The options of every verb that reads images.</summary>
/// <param name="takesHashes">Whether the hashes of an earlier run will do; a verb that needs the pixels says no.</param>
/// <param name="isolates">Whether pictures are decoded in processes of their own unless an option says otherwise.</param>
sealed class InputOptions(bool takesHashes = true, bool isolates = false)
{
    readonly Argument<string[]> _paths = new("PATH") { Description = "Image files and folders (recursive).", Arity = ArgumentArity.ZeroOrMore };
    readonly Option<string[]> _include = new("--include") { HelpName = "GLOB", Description = "Of the files in folders, only those that match; without a slash at every depth. Repeatable.", Arity = ArgumentArity.OneOrMore };
    readonly Option<string[]> _exclude = new("--exclude") { HelpName = "GLOB", Description = "Of the files in folders, not those that match. Repeatable.", Arity = ArgumentArity.OneOrMore };
    readonly Option<string> _filesFrom = new("--files-from") { HelpName = "FILE|-", Description = "Read more paths from a file or standard input, one a line." };
    readonly Option<bool> _nulSeparated = new("-0", "--null") { Description = "The paths of --files-from end with NUL instead of a line end." };
    readonly Option<string> _hashesFrom = new("--hashes-from") { HelpName = "FILE|-", Description = "Take the JSONL of an earlier 'hash' instead of reading those images again." };
    readonly Option<int> _threads = new("--threads") { HelpName = "N", Description = "Threads that decode and hash. Default: one a processor.", DefaultValueFactory = _ => Environment.ProcessorCount };

    internal DecodeOptionSet Decode { get; } = new(isolates);

    internal void AddTo(Command command)
    {
        _threads.RequireRange(1, 1024);
        command.Add(_paths);
        command.Add(_include);
        command.Add(_exclude);
        command.Add(_filesFrom);
        command.Add(_nulSeparated);
        if (takesHashes)
        {
            command.Add(_hashesFrom);
        }

        command.Add(_threads);
        Decode.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_paths) is not { Length: > 0 } && result.GetValue(_filesFrom) is null &&
                HashesFrom(result) is null)
            {
                result.AddError(takesHashes ? "Give at least one PATH, --files-from or --hashes-from." : "Give at least one PATH or --files-from.");
            }

            if (result.GetValue(_filesFrom) == "-" && HashesFrom(result) == "-")
            {
                result.AddError("Standard input can be read once: --files-from - or --hashes-from -.");
            }
        });
    }

    internal InputSettings Read(ParseResult parsed) => new()
    {
        Paths = PathArguments.Check(parsed, parsed.GetValue(_paths) ?? []),
        Include = parsed.GetValue(_include) ?? [],
        Exclude = parsed.GetValue(_exclude) ?? [],
        FilesFrom = parsed.GetValue(_filesFrom),
        NulSeparated = parsed.GetValue(_nulSeparated),
        HashesFrom = takesHashes ? parsed.GetValue(_hashesFrom) : null,
        Threads = parsed.GetValue(_threads),
        Decode = Decode.Read(parsed),
        IsIsolated = Decode.IsIsolated(parsed),
    };

    /// <summary>Whether paths or records come from there.</summary>
    internal bool TakeStandardInput(CommandResult result) => result.GetValue(_filesFrom) == "-" || HashesFrom(result) == "-";

    string? HashesFrom(CommandResult result) => takesHashes ? result.GetValue(_hashesFrom) : null;
}
