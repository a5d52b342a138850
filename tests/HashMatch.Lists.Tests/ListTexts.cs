using System.Text;

namespace HashMatch.Lists.Tests;

/// <summary>Lists as texts and entries: what tests read, write and compare.</summary>
static class ListTexts
{
    const string Pdq = "8e1d8c4e40f33318f0e78e69e9c370e1331bccf00e4e356f1e909b988e6ee4e7";
    const string Md5 = "9700dec49c84fbc1c721aef44e691771";

    /// <summary>Forms of which no file is kept.</summary>
    static readonly Dictionary<string, string> s_samples = new()
    {
        ["pdq"] = $"# hashes\npdq {Pdq}\n{Pdq},100,a.jpg\nhash={Pdq}\n{Pdq}\n",
        ["sha1"] = "da39a3ee5e6b4b0d3255bfef95601890afd80709  a b.jpg\n\\da39a3ee5e6b4b0d3255bfef95601890afd80709 *a\\\\b.jpg\n",
        ["sha256"] = $"466ec243808863950a3088244864109017904592bb2d5702d741299feebf7071  a.jpg\n{Md5} *b.jpg\n",
        ["rollup"] = $"indicator,first_descriptor_id,added_on,labels\n{Pdq},17,2020-01-01,A;B\n{Md5},\"1,8\",,\n",
        ["records"] =
            $$"""{"schema":"hashmatch/hash@1","path":"a.jpg","status":"ok","width":640,"md5":"{{Md5}}","profile":"pdq-1","hash":"{{Pdq}}","quality":100}""" + "\n" +
            """{"schema":"hashmatch/hash@1","path":"b.jpg","status":"failed","error":{"code":"corrupt","message":"x"}}""" + "\n" +
            $$$"""{"schema":"hashmatch/hash@1","path":"c.jpg","status":"ok","profile":"pdq-1","hash":"{{{Pdq}}}","quality":99,"trimmed":{"border":"letterbox"}}""" + "\n",
    };

    internal static byte[] Exchange(string name) => File.ReadAllBytes(RepositoryFiles.Path("testdata", "exchange", name));

    /// <summary>A file of the exchange folder, or one of the lists below by its name.</summary>
    internal static byte[] Sample(string name) => s_samples.TryGetValue(name, out var text) ? Encoding.UTF8.GetBytes(text) : Exchange(name);

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
