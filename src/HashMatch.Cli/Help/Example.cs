namespace HashMatch.Cli.Help;

/// <summary>A command line worth knowing.</summary>
/// <param name="Purpose">What it is for, in one line.</param>
/// <param name="Line">As it is typed, a pipe or a redirection included.</param>
readonly record struct Example(string Purpose, string Line);
