using System.CommandLine;
using BenchmarkDotNet.Running;
using HashMatch.Benchmarks.Catalogs;
using HashMatch.Benchmarks.Folders;
using HashMatch.Benchmarks.Indexes;
using HashMatch.Benchmarks.Lists;
using HashMatch.Benchmarks.Regions;
using HashMatch.Benchmarks.Soak;
using HashMatch.Benchmarks.Storage;
using HashMatch.Benchmarks.Triage;

// What BenchmarkDotNet cannot measure (folders, two threads against each other, files) has a command; all else is its.
RootCommand own = new("HashMatch benchmarks")
{
    CatalogCommand.Create(), FolderCommand.Create(), GrowCommand.Create(), ListsCommand.Create(), RegionsCommand.Create(),
    SearchCommand.Create(), SnapshotCommand.Create(), SoakCommand.Create(), StartCommand.Create(), TriageCommand.Create(), TriageSimCommand.Create(),
};
if (args is [{ } name, ..] && own.Subcommands.Any(command => command.Name == name))
{
    return own.Parse(args).Invoke();
}

BenchmarkSwitcher.FromAssembly(typeof(FolderCommand).Assembly).Run(args);
return 0;
