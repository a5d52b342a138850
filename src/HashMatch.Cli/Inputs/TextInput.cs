using System.Text;

namespace HashMatch.Cli.Inputs;

/// <summary>A UTF-8 text that an option names: a file, or <c>-</c> for standard input.</summary>
static class TextInput
{
    /// <param name="file">A path, or <c>-</c>.</param>
    /// <param name="content">What it holds, in plural, for the message when it cannot be read.</param>
    /// <param name="terminal">The streams.</param>
    /// <param name="read">Reads it whole.</param>
    internal static T Read<T>(string file, string content, Terminal terminal, Func<StreamReader, T> read)
    {
        try
        {
            using var stream = file == "-" ? terminal.Input : File.OpenRead(file);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return read(reader);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw CommandException.Unusable($"the {content} in '{file}' could not be read: {exception.Message}");
        }
    }
}
