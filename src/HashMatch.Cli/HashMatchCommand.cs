using System.CommandLine;
using HashMatch.Catalog;
using HashMatch.Cli.Commands;
using HashMatch.Cli.Commands.Triage;
using HashMatch.Cli.Help;
using HashMatch.Cli.Output;
using HashMatch.Distance;
using HashMatch.Imaging.Isolation;

namespace HashMatch.Cli;

/// <summary>The <c>hashmatch</c> command: its verbs, and how every failure becomes an exit code.</summary>
static class HashMatchCommand
{
    /// <param name="args">The command line.</param>
    /// <param name="terminal">The streams.</param>
    /// <param name="cancellation">An interrupt, besides the signals of the operating system.</param>
    internal static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellation = default)
    {
        // Response files would turn a path that begins with @ into its contents.
        var parsed = Create(terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                terminal.Error.WriteLine($"hashmatch: {Printable.Line(error.Message)}");
            }

            terminal.Error.WriteLine("Try 'hashmatch --help' or 'hashmatch VERB --help'.");
            return ExitCode.WrongUsage;
        }

        try
        {
            using var helpAndVersion = new StreamWriter(terminal.Output, leaveOpen: true);
            var configuration = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = helpAndVersion,
                Error = terminal.Error,
            };
            var exitCode = await parsed.InvokeAsync(configuration, cancellation);
            // The codes of SIGINT and SIGTERM come from the parser, where a verb does not heed them within two seconds.
            if (exitCode is 130 or 143)
            {
                terminal.Error.WriteLine("hashmatch: interrupted, and did not wait for what was under way.");
                return ExitCode.Interrupted;
            }

            return exitCode;
        }
        catch (CommandException exception)
        {
            terminal.Error.WriteLine($"hashmatch: {Printable.Line(exception.Message)}");
            return exception.ExitCode;
        }
        catch (CatalogException exception)
        {
            terminal.Error.WriteLine($"hashmatch: {Printable.Line(exception.Message)}");
            return ExitCode.Unusable;
        }
        catch (KernelUnavailableException exception)
        {
            terminal.Error.WriteLine($"hashmatch: {Printable.Line(exception.Message)}");
            return ExitCode.WrongUsage;
        }
        catch (DecodeWorkerException exception)
        {
            terminal.Error.WriteLine($"hashmatch: {Printable.Line(exception.Message).TrimEnd('.')}. With --no-isolate no workers are needed.");
            return ExitCode.Unusable;
        }
        catch (DllNotFoundException exception)
        {
            terminal.Error.WriteLine($"hashmatch: {Printable.Line(exception.Message)}");
            return ExitCode.Unusable;
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("hashmatch: interrupted; every record printed is complete.");
            return ExitCode.Interrupted;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Inputs are read behind typed errors; what is left is the output, such as a pipe whose reader went away.
            terminal.Error.WriteLine($"hashmatch: the output could not be written: {Printable.Line(exception.Message)}");
            return ExitCode.Unusable;
        }
    }

    /// <summary>The command with all its verbs.</summary>
    internal static RootCommand Create(Terminal terminal)
    {
        var root = new RootCommand("Have we seen this picture before? Perceptual hashes, exact search, one verdict per image.")
        {
            ScanCommand.Create(terminal),
            MatchCommand.Create(terminal),
            HashCommand.Create(terminal),
            CompareCommand.Create(terminal),
            ClusterCommand.Create(terminal),
            IndexCommand.Create(terminal),
            ListCommand.Create(terminal),
            EvalCommand.Create(terminal),
            CatalogCommand.Create(terminal),
            TriageCommand.Create(terminal),
            BenchCommand.Create(terminal),
            CompletionsCommand.Create(terminal),
        };

        HelpAction.AddTo(root, terminal);
        InterruptibleAction.AddTo(root);
        return root;
    }
}
