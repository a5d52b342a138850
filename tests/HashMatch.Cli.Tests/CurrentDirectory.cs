namespace HashMatch.Cli.Tests;

/// <summary>The process has one current folder: tests that change it run one after the other, and all others name whole paths.</summary>
[CollectionDefinition(Name)]
public sealed class CurrentDirectory
{
    internal const string Name = "the current folder";
}
