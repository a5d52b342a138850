using System.Collections.Frozen;
using HashMatch.Cli.Help.Manuals;

namespace HashMatch.Cli.Help;

/// <summary>The manuals of all verbs, by verb.</summary>
static class ManualPages
{
    static readonly FrozenDictionary<string, Manual> s_pages =
        ((IEnumerable<Manual>)[.. CommandManuals.All, .. ImageManuals.All, .. IndexManuals.All, .. ListManuals.All, .. CatalogManuals.All, .. TriageManuals.All])
        .ToFrozenDictionary(manual => manual.Verb, StringComparer.Ordinal);

    internal static IEnumerable<string> Verbs => s_pages.Keys;

    internal static Manual Of(string verb) => s_pages[verb];
}
