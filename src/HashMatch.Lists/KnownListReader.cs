using HashMatch.Lists.Formats;
using HashMatch.Matching;

namespace HashMatch.Lists;

/// <summary>Reads list files of every format <see cref="ListReader"/> knows into a <see cref="KnownList"/>.</summary>
/// <remarks>
/// <para>
/// Text: one entry a line, blank lines and lines that begin with <c>#</c> left out. <c>HEX[,anything]</c>, with an
/// optional <c>pdq </c> or <c>hash=</c> before it, or <c>HEX  name</c> and <c>HEX *name</c> as the md5sum family
/// writes. 32 digits are MD5, 40 SHA-1. 64 digits are PDQ before a comma or behind a prefix and SHA-256 before a name;
/// 64 digits alone are taken for PDQ only with exactly 128 one bits, as PDQ hashes of textured pictures have, else the
/// row is refused until <see cref="ListReadOptions.HashType"/> says which. The entry's id is its line number, unless a
/// header row names the columns (<c>hash,id,labels</c>; labels parted by <c>;</c>).
/// </para>
/// <para>
/// JSON Lines: an optional header object with one or more of <c>name</c>, <c>version</c>, <c>role</c>,
/// <c>algorithm</c>, <c>radius</c>, <c>profile</c> and nothing a row has, then objects with <c>id</c>, one or more of
/// <c>pdq</c>, <c>md5</c>, <c>sha1</c>, <c>sha256</c>, <c>xxh128</c>, <c>otherHashes</c>, and <c>labels</c>,
/// <c>removed</c>, <c>source</c>, <c>owner</c>, <c>created</c>, <c>updated</c>, <c>feedback</c>. The records of
/// <c>hashmatch hash</c> are such rows too: their <c>hash</c> is the PDQ hash, their <c>path</c> the id, and those
/// without a hash of good quality are bad rows. Other fields are kept as they are; one that is called like one of these is
/// written and read as <c>unknown:</c> and its name, as <c>unknown:pdq</c>, and means nothing but itself.
/// </para>
/// <para>
/// A bad row never spoils the list: it is reported with its place and reason, and the rest goes in. A tombstone withdraws
/// the entries of its key, wherever they stand, unless their time of change is later than its own. Thread-safe.
/// </para>
/// </remarks>
public static class KnownListReader
{
    /// <summary>The longest line read, in characters; a longer one is a bad row, so that memory stays bounded.</summary>
    public const int MaxLineLength = 1 << 20;

    /// <summary>Reads a list from a stream.</summary>
    /// <param name="stream">The file's bytes; left open.</param>
    /// <param name="options">Name, role, format and hash type.</param>
    /// <exception cref="ListFormatException">The header contradicts the options or is malformed, the first line is neither header nor row, or the document is broken.</exception>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public static ListReadResult Read(Stream stream, ListReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);

        using var reader = ListReader.Open(stream, options);
        return Read(reader, options);
    }

    /// <summary>Reads a list from a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Name, role, format and hash type.</param>
    /// <exception cref="ListFormatException">The header contradicts the options or is malformed, the first line is neither header nor row, or the document is broken.</exception>
    /// <exception cref="IOException">The file could not be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static ListReadResult Read(string path, ListReadOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);

        using var reader = ListReader.Open(path, options);
        return Read(reader, options);
    }

    static ListReadResult Read(ListReader reader, ListReadOptions options)
    {
        RequireRole(reader.Header, options);
        List<ListRowError> errors = [];
        LivingEntries entries = new();
        while (reader.TryRead(out var row))
        {
            if (row.IsEntry)
            {
                entries.Add(row.Entry, row.Place);
            }
            else
            {
                errors.Add(row.Error);
            }
        }

        var header = reader.Header;
        KnownList list = new(header.Name ?? options.Name, options.Role, header.Version, header.Radius, header.Profile);
        foreach (var entry in entries.Remaining())
        {
            list.Add(entry);
        }

        return new ListReadResult(list, reader.Counts.Rows, errors)
        {
            Withdrawn = reader.Counts.Entries + reader.Counts.Tombstones - list.Entries.Count,
        };
    }

    static void RequireRole(ListHeader header, ListReadOptions options)
    {
        if (header.Role is { } role && role != options.Role)
        {
            throw new ListFormatException($"The list says its role is '{WordOf(role)}', but it was given as '{WordOf(options.Role)}'.");
        }
    }

    static string WordOf(ListRole role) => role == ListRole.Known ? "known" : "ignore";
}
