namespace HashMatch.Cli.Inputs;

/// <summary>Paths from a file or from standard input.</summary>
static class PathList
{
    internal static List<string> Read(string file, bool nulSeparated, Terminal terminal) =>
        TextInput.Read<List<string>>(file, "paths", terminal, reader => nulSeparated
            ? [.. reader.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries)]
            : ReadLines(reader));

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
