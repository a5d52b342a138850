namespace HashMatch.Cli.Inputs;

/// <summary>Paths from a file or from standard input.</summary>
static class PathList
{
    internal static IEnumerable<string> Read(string file, bool nulSeparated, Terminal terminal)
    {
        TextInput input = new(file, "paths", terminal);
        return nulSeparated
            ? input.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries)
            : input.Lines().Where(line => line.Length > 0);
    }
}
