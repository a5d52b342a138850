namespace HashMatch.Cli.Completion;

/// <summary>What may stand in a place of the command line.</summary>
enum ValueKind
{
    /// <summary>Nothing: a flag.</summary>
    None,

    /// <summary>A number, a name: nothing that can be guessed.</summary>
    Text,

    /// <summary>A file or a folder.</summary>
    Path,

    /// <summary>One of some words.</summary>
    Word,
}
