using System.Text;
using HashMatch.Lists;

namespace HashMatch.Fuzzing.Targets;

/// <summary>What must hold of every list that is read, and of what was read when it is written.</summary>
static class ListLaws
{
    static readonly (ListExportFormat Written, ListFormat Read, ListHashType Type)[] s_exports =
    [
        (ListExportFormat.Csv, ListFormat.Text, ListHashType.Auto), (ListExportFormat.PdqText, ListFormat.Text, ListHashType.Auto),
        (ListExportFormat.Md5Sums, ListFormat.Text, ListHashType.Md5), (ListExportFormat.Sha1Sums, ListFormat.Text, ListHashType.Sha1),
        (ListExportFormat.Sha256Sums, ListFormat.Text, ListHashType.Sha256), (ListExportFormat.Vics, ListFormat.Vics, ListHashType.Auto),
        (ListExportFormat.VicsCases, ListFormat.Vics, ListHashType.Auto), (ListExportFormat.StopNcii, ListFormat.StopNcii, ListHashType.Auto),
    ];

    /// <summary>Reads a list to its end, or to where it is broken; what it says goes to the outcome.</summary>
    internal static (List<ListEntry> Entries, ListCounts Counts, bool IsBroken) Read(ListReader reader, StringBuilder outcome)
    {
        List<ListEntry> entries = [];
        HashSet<string> shapes = [];
        long rows = 0;
        var isBroken = false;
        try
        {
            while (reader.TryRead(out var row))
            {
                rows++;
                Law.Require(row.IsEntry != row.Error is not null, "A row is an entry or an error.");
                if (row.IsEntry)
                {
                    entries.Add(row.Entry);
                }
                else
                {
                    Law.RequireSpeakable(row.Error.Reason);
                    shapes.Add(Law.ShapeOf(row.Error.Reason));
                }
            }
        }
        catch (ListFormatException exception)
        {
            Law.RequireSpeakable(exception.Message);
            shapes.Add(Law.ShapeOf(exception.Message));
            isBroken = true;
        }

        Law.Require(rows == reader.Counts.Rows && entries.Count == reader.Counts.Entries + reader.Counts.Tombstones, "The counts add up.");
        outcome.Append(reader.Format).Append(' ').Append(Math.Min(3, reader.Counts.Entries)).Append(Math.Min(2, reader.Counts.Tombstones)).AppendJoin('|', shapes.Order(StringComparer.Ordinal));
        return (entries, reader.Counts, isBroken);
    }

    /// <summary>Our own form carries everything: written, read and written again, its bytes are the same.</summary>
    internal static void RequireFixedPoint(List<ListEntry> entries, ListHeader header)
    {
        var once = Write(entries, ListExportFormat.JsonLines, header).Bytes;
        using var reader = Open(once, ListFormat.JsonLines);
        StringBuilder unused = new();
        var (back, counts, isBroken) = Read(reader, unused);
        Law.Require(!isBroken && counts.Rejected == 0 && back.Count == entries.Count, "What is written as JSON Lines is read back.");
        Law.Require(once.AsSpan().SequenceEqual(Write(back, ListExportFormat.JsonLines, reader.Header).Bytes), "JSON Lines come back byte by byte.");
    }

    /// <summary>Other forms lose fields, but no entry they say they have written.</summary>
    internal static void RequireReadable(List<ListEntry> entries, Random random)
    {
        var (format, read, type) = s_exports[random.Next(s_exports.Length)];
        var (bytes, written) = Write(entries, format, new ListHeader());
        if (written == 0)
        {
            return;
        }

        using var reader = Open(bytes, read, type);
        StringBuilder said = new();
        var (back, counts, isBroken) = Read(reader, said);
        Law.Require(!isBroken && counts.Rejected == 0, $"What is written as {format} is read without an error.");
        // An entry with two hashes is two records of StopNCII.
        Law.Require(format == ListExportFormat.StopNcii ? back.Count >= written : back.Count == written, $"As many entries come back from {format} as were written.");
    }

    internal static ListReader Open(byte[] bytes, ListFormat format, ListHashType type = ListHashType.Auto) =>
        ListReader.Open(new MemoryStream(bytes), new ListReadOptions { Name = "given", Format = format, HashType = type });

    static (byte[] Bytes, long Written) Write(List<ListEntry> entries, ListExportFormat format, ListHeader header)
    {
        using MemoryStream stream = new();
        using var writer = ListWriter.Create(stream, format, header);
        entries.ForEach(writer.Write);
        writer.Complete();
        Law.Require(writer.Written + writer.LeftOut == entries.Count, "Every entry is written or left out.");
        return (stream.ToArray(), writer.Written);
    }
}
