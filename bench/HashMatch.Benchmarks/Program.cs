using BenchmarkDotNet.Running;
using HashMatch.Benchmarks.Folders;

if (args is ["folder", ..])
{
    return FolderCommand.Run(args);
}

BenchmarkSwitcher.FromAssembly(typeof(FolderCommand).Assembly).Run(args);
return 0;
