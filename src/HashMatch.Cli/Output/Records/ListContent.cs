using HashMatch.Hashes;
using HashMatch.Lists;

namespace HashMatch.Cli.Output.Records;

/// <summary>Counts what a list holds, row by row; what it remembers is bounded.</summary>
/// <param name="path">The file.</param>
sealed class ListContent(string path)
{
    /// <summary>Labels counted by name; a list may hold a text of its own for every entry.</summary>
    const int MostLabels = 256;

    readonly SortedDictionary<string, long> _hashes = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, long> _labels = new(StringComparer.Ordinal);

    internal string Path { get; } = path;

    internal ListFormat Format { get; private set; }

    internal ListHeader Header { get; private set; } = new();

    internal ListCounts Counts { get; private set; }

    /// <summary>How many hashes there are of each name.</summary>
    internal IReadOnlyDictionary<string, long> Hashes => _hashes;

    /// <summary>How many entries have each label.</summary>
    internal IReadOnlyDictionary<string, long> Labels => _labels;

    /// <summary>How often labels occurred that are not among those counted by name.</summary>
    internal long MoreLabels { get; private set; }

    internal void Add(ListEntry entry)
    {
        if (entry.Pdq is not null)
        {
            Count(_hashes, "pdq");
        }

        foreach (var digest in entry.Digests)
        {
            Count(_hashes, ContentDigest.NameOf(digest.Kind));
        }

        foreach (var hash in entry.OtherHashes)
        {
            if (_hashes.ContainsKey(hash.Name) || _hashes.Count < MostLabels)
            {
                Count(_hashes, hash.Name);
            }
        }

        foreach (var label in entry.Labels)
        {
            if (_labels.ContainsKey(label) || _labels.Count < MostLabels)
            {
                Count(_labels, label);
            }
            else
            {
                MoreLabels++;
            }
        }
    }

    /// <summary>Takes what is known once all was read.</summary>
    internal void Finish(ListReader reader) => (Format, Header, Counts) = (reader.Format, reader.Header, reader.Counts);

    static void Count(SortedDictionary<string, long> counts, string name) => counts[name] = counts.GetValueOrDefault(name) + 1;
}
