using System.Collections.Frozen;
using System.CommandLine;

namespace HashMatch.Cli.Help;

/// <summary>Under which title the help of a verb with many options shows those that several verbs share.</summary>
static class OptionSections
{
    /// <summary>For a verb's own, and for all of a verb that has few.</summary>
    internal const string Own = "Options";

    /// <summary>Up to so many options are read at one glance.</summary>
    const int MostUndivided = 12;

    static readonly (string Title, string[] Options)[] s_sections =
    [
        ("Inputs", ["--include", "--exclude", "--files-from", "--null", "--hashes-from", "--threads"]),
        ("Lists", ["--known", "--ignore", "--list-cache", "--strict", "--fail-on-match"]),
        ("Matching", ["--radius", "--review-band", "--min-quality", "--profile", "--forms", "--regions"]),
        ("Catalogue", ["--catalog", "--source", "--quarantine-floor", "--quarantine-factor"]),
        ("Opaque answers", ["--opaque", "--opaque-key", "--opaque-lists"]),
        ("Decoding", ["--max-pixels", "--max-bytes", "--no-orient", "--tolerant", "--isolate", "--no-isolate"]),
        ("Output", ["--format", "--quiet", "--timestamps"]),
    ];

    static readonly FrozenDictionary<string, int> s_places = s_sections
        .SelectMany((section, i) => section.Options.Select(option => (option, i)))
        .ToFrozenDictionary(pair => pair.option, pair => pair.i, StringComparer.Ordinal);

    /// <summary>A verb's options by section; its own come first.</summary>
    internal static IEnumerable<(string Title, IReadOnlyList<Option> Options)> Of(Command command)
    {
        Option[] options = [.. command.Options.Where(option => !option.Hidden)];
        return options.Length <= MostUndivided
            ? [(Own, options)]
            : options.GroupBy(PlaceOf).OrderBy(section => section.Key)
                .Select(section => (section.Key < 0 ? Own : s_sections[section.Key].Title, (IReadOnlyList<Option>)[.. section]));
    }

    static int PlaceOf(Option option)
    {
        foreach (var name in (string[])[option.Name, .. option.Aliases])
        {
            if (s_places.TryGetValue(name, out var place))
            {
                return place;
            }
        }

        return -1;
    }
}
