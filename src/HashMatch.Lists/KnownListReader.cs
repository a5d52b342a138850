using System.Text;
using HashMatch.Matching;

namespace HashMatch.Lists;

/// <summary>Reads list files, row by row, into a <see cref="KnownList"/>.</summary>
/// <remarks>
/// <para>The first character that is no white space tells the form: <c>{</c> begins JSON Lines, anything else text.</para>
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
/// <c>algorithm</c>, <c>radius</c>, <c>profile</c> and nothing a row has, then objects with <c>id</c>, one or more of <c>pdq</c>, <c>md5</c>, <c>sha1</c>, <c>sha256</c>, <c>xxh128</c>, and
/// <c>labels</c>. Unknown fields are left alone. The records of <c>hashmatch hash</c> are such rows too: their <c>hash</c>
/// is the PDQ hash, their <c>path</c> the id, and those without a hash of good quality are bad rows.
/// </para>
/// <para>A bad row never spoils the list: it is reported with its line and reason, and the rest goes in. Thread-safe.</para>
/// </remarks>
public static class KnownListReader
{
    /// <summary>The longest line read, in characters; a longer one is a bad row, so that memory stays bounded.</summary>
    public const int MaxLineLength = 1 << 20;

    /// <summary>Reads a list from UTF-8 text; a byte order mark is left out.</summary>
    /// <param name="stream">The file's bytes; left open.</param>
    /// <param name="options">Name, role and hash type.</param>
    /// <exception cref="ListFormatException">The header contradicts the options or is malformed, or the first line is neither header nor row.</exception>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public static ListReadResult Read(Stream stream, ListReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);

        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 16, leaveOpen: true);
        var lines = new BoundedLineReader(reader, MaxLineLength);
        return Read(lines, options);
    }

    static ListReadResult Read(BoundedLineReader lines, ListReadOptions options)
    {
        IRowParser? parser = null;
        KnownList? list = null;
        List<ListRowError> errors = [];
        long rows = 0;
        while (lines.TryRead(out var line))
        {
            var text = line.Trim();
            if (!lines.IsTooLong && (text.IsEmpty || text.StartsWith('#')))
            {
                continue;
            }

            if (parser is null)
            {
                parser = text.StartsWith('{') ? new JsonRowParser() : new TextRowParser(options.HashType);
                if (parser.TryReadHeader(text, options, out list))
                {
                    continue;
                }
            }

            rows++;
            if (lines.IsTooLong)
            {
                errors.Add(new ListRowError(lines.LineNumber, $"The line is longer than {MaxLineLength} characters."));
            }
            else if (parser.TryParse(text, lines.LineNumber, out var entry, out var reason))
            {
                list ??= new KnownList(options.Name, options.Role, profile: parser.RowProfile);
                list.Add(entry);
            }
            else
            {
                errors.Add(new ListRowError(lines.LineNumber, reason));
            }
        }

        return new ListReadResult(list ?? new KnownList(options.Name, options.Role), rows, errors);
    }
}
