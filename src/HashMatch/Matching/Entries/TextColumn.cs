using HashMatch.Buffers;
using HashMatch.Storage;

namespace HashMatch.Matching.Entries;

/// <summary>Texts by number, as one run of UTF-16: exact for every string there can be, and an object only where one is asked for.</summary>
sealed class TextColumn(EndColumn ends, GrowingArray<char> text)
{
    internal int Count => ends.Count;

    internal long AllocatedBytes => ends.Ends.Bytes + text.Bytes;

    internal bool IsConsistent => ends.Cover(text.Length);

    internal static TextColumn Empty => new(new EndColumn(new GrowingArray<int>(0)), new GrowingArray<char>(0));

    internal static TextColumn Read(SnapshotFile file, uint endKind, uint textKind) =>
        new(new EndColumn(new GrowingArray<int>(file.Items<int>(endKind))), new GrowingArray<char>(file.Items<char>(textKind)));

    internal void Write(SnapshotWriter writer, uint endKind, uint textKind)
    {
        writer.Write(endKind, ends.Ends);
        writer.Write(textKind, text);
    }

    /// <exception cref="OverflowException">All texts together have more than 2^31 characters.</exception>
    internal void Add(string value)
    {
        var start = text.Append(value.Length);
        value.CopyTo(text.Span[start..]);
        GC.KeepAlive(text);
        ends.Add(text.Length);
    }

    internal string this[int number]
    {
        get
        {
            var (start, end) = ends[number];
            var value = new string(text.Span[start..end]);
            GC.KeepAlive(text);
            return value;
        }
    }
}
