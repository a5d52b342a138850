using System.CommandLine;
using HashMatch.Catalog.Triage;

namespace HashMatch.Cli.Commands.Triage;

/// <summary>How a report is named: by its id, and by its system where several have that id.</summary>
static class ReportOption
{
    internal static Argument<string> Argument() => new("ID") { Description = "The id of a report." };

    internal static Option<string> Source() => new("--source") { HelpName = "SYSTEM", Description = "The system the report comes from, where several have reports of that id, such as --source hub-a; '' for a report that names none." };

    /// <summary>The one report that is meant.</summary>
    internal static (string Id, string? Source) Find(CatalogReports reports, string id, string? source)
    {
        var sources = reports.SourcesOf(id);
        if (source is not null)
        {
            var named = source.Length == 0 ? null : source;
            return sources.Contains(named) ? (id, named)
                : throw new CommandException(ExitCode.SomeFailed, $"the catalogue holds no report '{id}' {(named is null ? "that names no system" : $"of the system '{named}'")}.");
        }

        return sources.Count switch
        {
            1 => (id, sources[0]),
            0 => throw new CommandException(ExitCode.SomeFailed, $"the catalogue holds no report '{id}'."),
            _ => throw CommandException.Usage($"reports of several systems have the id '{id}': say which by --source ({string.Join(", ", sources.Select(name => name ?? "''"))})."),
        };
    }
}
