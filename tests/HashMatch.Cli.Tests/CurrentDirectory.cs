namespace HashMatch.Cli.Tests;

/// <summary>
/// The process has one current folder, and what other tests start inherits it: tests that change it run alone, and all others
/// name whole paths.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class CurrentDirectory
{
    internal const string Name = "the current folder";
}
