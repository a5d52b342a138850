using System.CommandLine;

namespace HashMatch.Cli.Commands;

/// <summary><c>list import|export|info|validate|diff</c>: lists of known entries in the formats they are exchanged in.</summary>
static class ListCommand
{
    internal static Command Create(Terminal terminal) => new("list", "Lists of known entries: converted, checked, compared, updated.")
    {
        ListImportCommand.Create(terminal),
        ListExportCommand.Create(terminal),
        ListInfoCommand.Create("info", "What a list holds.", nameRows: false, terminal),
        ListInfoCommand.Create("validate", "Names every row of a list that cannot be used, then what it holds.", nameRows: true, terminal),
        ListDiffCommand.Create(terminal),
    };
}
