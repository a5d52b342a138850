using HashMatch.Hashes;
using HashMatch.Lists;

namespace HashMatch.Cli.Output.Records;

/// <summary>Counts what a list holds, row by row; what it remembers is bounded.</summary>
/// <param name="path">The file.</param>
sealed class ListContent(string path)
{
    internal string Path { get; } = path;

    internal ListFormat Format { get; private set; }

    internal ListHeader Header { get; private set; } = new();

    internal ListCounts Counts { get; private set; }

    /// <summary>How many hashes there are of each name.</summary>
    internal NamedCounts Hashes { get; } = new();

    /// <summary>How many entries have each label.</summary>
    internal NamedCounts Labels { get; } = new();

    internal void Add(ListEntry entry)
    {
        if (entry.Pdq is not null)
        {
            Hashes.Add("pdq");
        }

        foreach (var digest in entry.Digests)
        {
            Hashes.Add(ContentDigest.NameOf(digest.Kind));
        }

        foreach (var hash in entry.OtherHashes)
        {
            Hashes.Add(hash.Name);
        }

        foreach (var label in entry.Labels)
        {
            Labels.Add(label);
        }
    }

    /// <summary>Takes what is known once all was read.</summary>
    internal void Finish(ListReader reader) => (Format, Header, Counts) = (reader.Format, reader.Header, reader.Counts);
}
