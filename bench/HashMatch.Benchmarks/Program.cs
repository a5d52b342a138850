using System.CommandLine;
using BenchmarkDotNet.Running;
using HashMatch.Benchmarks.Catalogs;
using HashMatch.Benchmarks.Folders;
using HashMatch.Benchmarks.Indexes;
using HashMatch.Benchmarks.Storage;

// What BenchmarkDotNet cannot measure (folders, two threads against each other, files) has a command; all else is its.
RootCommand own = new("HashMatch benchmarks") { CatalogCommand.Create(), GrowCommand.Create(), SearchCommand.Create(), SnapshotCommand.Create() };
if (args is ["folder", ..])
{
    return FolderCommand.Run(args);
}

if (args is [{ } name, ..] && own.Subcommands.Any(command => command.Name == name))
{
    return own.Parse(args).Invoke();
}

BenchmarkSwitcher.FromAssembly(typeof(FolderCommand).Assembly).Run(args);
return 0;
