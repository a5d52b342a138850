using BenchmarkDotNet.Running;
using HashMatch.Benchmarks.Folders;
using HashMatch.Benchmarks.Indexes;

if (args is ["folder", ..])
{
    return FolderCommand.Run(args);
}

if (args is ["search", ..])
{
    return SearchCommand.Run(args);
}

BenchmarkSwitcher.FromAssembly(typeof(FolderCommand).Assembly).Run(args);
return 0;
