using System.CommandLine;

namespace HashMatch.Cli.Commands;

/// <summary><c>catalog info|export|explain|feedback|precision|verify</c>: what a catalogue remembers, and what reviewers say of it.</summary>
static class CatalogCommand
{
    internal static Command Create(Terminal terminal) => new("catalog", "What a catalogue remembers, and what reviewers decide: made and filled by 'scan --catalog'.")
    {
        CatalogInfoCommand.Create("info", "What a catalogue holds.", verify: false, terminal),
        CatalogExportCommand.Create(terminal),
        CatalogExplainCommand.Create(terminal),
        CatalogFeedbackCommand.Create(terminal),
        CatalogPrecisionCommand.Create(terminal),
        CatalogInfoCommand.Create("verify", "Looks a whole catalogue through, and proves that no logged decision was changed.", verify: true, terminal),
    };
}
