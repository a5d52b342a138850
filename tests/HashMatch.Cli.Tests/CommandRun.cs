using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace HashMatch.Cli.Tests;

/// <summary>One run of a program, mostly of the command in this process, with both ends of its streams in hand.</summary>
sealed record CommandRun(int ExitCode, string Output, string Error)
{
    /// <summary>The records, one a line.</summary>
    internal IReadOnlyList<JsonElement> Records =>
        [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];

    /// <summary>Runs the command as a pipeline would: neither stream is a terminal.</summary>
    internal static CommandRun Of(params string[] args) => Of(Stream.Null, args);

    internal static CommandRun Of(Stream input, params string[] args)
    {
        using MemoryStream output = new();
        using StringWriter error = new();
        Terminal terminal = new(input, output, error, OutputIsTerminal: false, ErrorIsTerminal: false);
        var exitCode = HashMatchCommand.RunAsync(args, terminal).GetAwaiter().GetResult();
        return new CommandRun(exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    /// <summary>Runs a program, this command or another, in a process of its own, to its end.</summary>
    internal static async Task<CommandRun> OfAsync(ProcessStartInfo start)
    {
        var (exitCode, output, error) = await ProgramRun.OfAsync(start);
        return new CommandRun(exitCode, output, error);
    }
}
