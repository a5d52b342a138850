using HashMatch.Cli;

return await HashMatchCommand.RunAsync(args, Terminal.System());
