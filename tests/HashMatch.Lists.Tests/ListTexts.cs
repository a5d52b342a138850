using System.Text;

namespace HashMatch.Lists.Tests;

/// <summary>Lists as texts and entries: what tests read, write and compare.</summary>
static class ListTexts
{
    internal static byte[] Exchange(string name) => File.ReadAllBytes(RepositoryFiles.Path("testdata", "exchange", name));

    internal static ListReader Open(byte[] bytes, ListFormat format = ListFormat.Auto, ListHashType type = ListHashType.Auto) =>
        ListReader.Open(new MemoryStream(bytes), new ListReadOptions { Name = "given", Format = format, HashType = type });

    internal static ListReader Open(string text, ListFormat format = ListFormat.Auto, ListHashType type = ListHashType.Auto) =>
        Open(Encoding.UTF8.GetBytes(text), format, type);

    internal static List<ListRow> Rows(ListReader reader)
    {
        List<ListRow> rows = [];
        while (reader.TryRead(out var row))
        {
            rows.Add(row);
        }

        return rows;
    }

    internal static List<ListRow> Rows(byte[] bytes, ListFormat format = ListFormat.Auto)
    {
        using var reader = Open(bytes, format);
        return Rows(reader);
    }

    internal static List<ListRow> Rows(string text, ListFormat format = ListFormat.Auto) => Rows(Encoding.UTF8.GetBytes(text), format);

    internal static List<ListEntry> Entries(byte[] bytes, ListFormat format = ListFormat.Auto) =>
        Rows(bytes, format).ConvertAll(row => row.Entry ?? throw new InvalidOperationException(row.Error!.Reason));

    internal static (byte[] Bytes, ListWriter Writer) Write(IEnumerable<ListEntry> entries, ListExportFormat format, ListHeader? header = null)
    {
        using MemoryStream stream = new();
        using var writer = ListWriter.Create(stream, format, header ?? new ListHeader());
        foreach (var entry in entries)
        {
            writer.Write(entry);
        }

        writer.Complete();
        return (stream.ToArray(), writer);
    }

    /// <summary>An entry as text, which two entries share if they say the same.</summary>
    internal static string TextOf(ListEntry entry) =>
        Encoding.UTF8.GetString(Write([entry], ListExportFormat.JsonLines).Bytes).Split('\n')[1];
}
