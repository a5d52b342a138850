using System.Collections.Frozen;
using HashMatch.Cli.Help.Manuals;

namespace HashMatch.Cli.Help;

/// <summary>The manuals of all verbs, by verb.</summary>
static class ManualPages
{
    /// <summary>What an example makes is there for those behind it.</summary>
    internal static IReadOnlyList<Manual> All { get; } =
        [.. CommandManuals.All, .. ImageManuals.All, .. IndexManuals.All, .. ListManuals.All, .. CatalogManuals.All, .. TriageManuals.All];

    static readonly FrozenDictionary<string, Manual> s_pages = All.ToFrozenDictionary(manual => manual.Verb, StringComparer.Ordinal);

    internal static Manual Of(string verb) => s_pages[verb];
}
