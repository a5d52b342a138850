using HashMatch.Cli;
using HashMatch.Cli.Pipeline;
using HashMatch.Imaging.Isolation;

// A worker reads no other argument and must start quickly.
if (args is [RunDecoder.WorkerVerb])
{
    return DecodeWorker.Run();
}

if (OpenFileLimit.Fault() is { } fault)
{
    Console.Error.WriteLine($"hashmatch: {fault}");
    return ExitCode.Unusable;
}

return await HashMatchCommand.RunAsync(args, Terminal.System());
