using HashMatch.Cli;
using HashMatch.Cli.Pipeline;
using HashMatch.Imaging.Isolation;

// A worker reads no other argument and must start quickly.
return args is [RunDecoder.WorkerVerb] ? DecodeWorker.Run() : await HashMatchCommand.RunAsync(args, Terminal.System());
