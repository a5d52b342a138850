using System.CommandLine;

namespace HashMatch.Cli.Commands;

/// <summary><c>index build|info|verify|query</c>: hashes in a file that is searched at once when opened.</summary>
static class IndexCommand
{
    internal static Command Create(Terminal terminal) => new("index", "An index file: built from hashes, queried at once.")
    {
        IndexBuildCommand.Create(terminal),
        IndexInfoCommand.Create("info", "What an index file says of itself.", verify: false, terminal),
        IndexInfoCommand.Create("verify", "Compares every checksum of an index file.", verify: true, terminal),
        IndexQueryCommand.Create(terminal),
    };
}
