using System.CommandLine;
using System.CommandLine.Help;
using System.Diagnostics;
using BenchmarkDotNet.Running;
using HashMatch.Benchmarks;
using HashMatch.Benchmarks.Catalogs;
using HashMatch.Benchmarks.Folders;
using HashMatch.Benchmarks.Indexes;
using HashMatch.Benchmarks.Lists;
using HashMatch.Benchmarks.Regions;
using HashMatch.Benchmarks.Soak;
using HashMatch.Benchmarks.Storage;
using HashMatch.Benchmarks.Triage;
using HashMatch.Hashers;

// What BenchmarkDotNet cannot measure (folders, two threads against each other, files) has a command; all else is its.
RootCommand own = new("HashMatch benchmarks. A first word that is none of these commands goes to BenchmarkDotNet: --list flat, or --filter '*Pdq*' --job short.")
{
    CatalogCommand.Create(), FolderCommand.Create(), GrowCommand.Create(), ListsCommand.Create(), RegionsCommand.Create(),
    SearchCommand.Create(), SnapshotCommand.Create(), SoakCommand.Create(), StartCommand.Create(), TriageCommand.Create(), TriageSimCommand.Create(),
};
if (args is [] or ["--help" or "-h" or "-?"])
{
    return own.Parse("--help").Invoke();
}

if (own.Subcommands.All(command => command.Name != args[0]))
{
    BenchmarkSwitcher.FromAssembly(typeof(FolderCommand).Assembly).Run(args);
    return 0;
}

var parsed = own.Parse(args);
if (parsed.Errors.Count == 0 && parsed.Action is not HelpAction)
{
    if (Attribute.GetCustomAttribute(typeof(PdqHasher).Assembly, typeof(DebuggableAttribute)) is DebuggableAttribute { IsJITOptimizerDisabled: true })
    {
        Console.Error.WriteLine("A debug build says nothing about speed: run with -c Release.");
        return 2;
    }

    Console.WriteLine(MachineDescription.Lines("bench/HashMatch.Benchmarks", args));
}

return parsed.Invoke();
