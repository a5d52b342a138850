using System.Text;

namespace HashMatch.Cli.Inputs;

/// <summary>Paths from a file or from standard input.</summary>
static class PathList
{
    internal static List<string> Read(string file, bool nulSeparated, Terminal terminal)
    {
        try
        {
            using var stream = file == "-" ? terminal.Input : File.OpenRead(file);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return nulSeparated
                ? [.. reader.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries)]
                : ReadLines(reader);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw CommandException.Unusable($"the paths in '{file}' could not be read: {exception.Message}");
        }
    }

    static List<string> ReadLines(StreamReader reader)
    {
        List<string> paths = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                paths.Add(line);
            }
        }

        return paths;
    }
}
