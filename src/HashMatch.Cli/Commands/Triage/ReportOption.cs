using System.CommandLine;
using HashMatch.Catalog.Triage;

namespace HashMatch.Cli.Commands.Triage;

/// <summary>How a report is named: by its id, and by its system where several have that id.</summary>
static class ReportOption
{
    internal static Argument<string> Argument() => new("ID") { Description = "The id of a report." };

    internal static Option<string> Source() => new("--source") { HelpName = "SYSTEM", Description = "The system the report comes from, where several have reports of that id, such as --source hub-a." };

    /// <summary>The one report that is meant.</summary>
    internal static (string Id, string? Source) Find(CatalogReports reports, string id, string? source)
    {
        var sources = reports.SourcesOf(id);
        if (source is not null)
        {
            return sources.Contains(source) ? (id, source)
                : throw new CommandException(ExitCode.SomeFailed, $"the catalogue holds no report '{id}' of the system '{source}'.");
        }

        return sources.Count switch
        {
            1 => (id, sources[0]),
            0 => throw new CommandException(ExitCode.SomeFailed, $"the catalogue holds no report '{id}'."),
            _ => throw CommandException.Usage($"reports of several systems have the id '{id}': say which by --source ({string.Join(", ", sources.Select(name => name ?? "(none)"))})."),
        };
    }
}
