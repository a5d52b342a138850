using System.Text;

namespace HashMatch.Cli.Inputs;

/// <summary>A UTF-8 text that a verb reads: a file, or <c>-</c> for standard input. What the system has against it ends the run with 3.</summary>
/// <param name="file">A path, or <c>-</c>.</param>
/// <param name="content">What it holds, in plural, for the message when it cannot be read.</param>
/// <param name="terminal">The streams.</param>
sealed class TextInput(string file, string content, Terminal terminal)
{
    readonly string _failure = $"the {content} in '{file}' could not be read";

    /// <summary>As records and messages name it.</summary>
    internal string Name => file;

    internal Stream Open() => Attempt(() => file == "-" ? terminal.Input : File.OpenRead(file));

    internal string ReadToEnd()
    {
        using StreamReader reader = new(Open(), Encoding.UTF8);
        return Attempt(reader.ReadToEnd);
    }

    /// <summary>Its lines, read as they are asked for.</summary>
    internal IEnumerable<string> Lines()
    {
        using StreamReader reader = new(Open(), Encoding.UTF8);
        while (Attempt(reader.ReadLine) is { } line)
        {
            yield return line;
        }
    }

    /// <summary>Does what reads from it, and nothing else: what is made of it may fail in ways of its own.</summary>
    internal T Attempt<T>(Func<T> read) => CommandException.Attempt(_failure, read);
}
