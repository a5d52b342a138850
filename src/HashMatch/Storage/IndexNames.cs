using System.Text;
using HashMatch.Buffers;

namespace HashMatch.Storage;

/// <summary>Names by id: where each ends, and the UTF-8 of all of them without anything between.</summary>
sealed record IndexNames(NativeArray<long> Ends, NativeArray<byte> Text)
{
    /// <summary>Whether every name lies within the text; one look at each end.</summary>
    public bool IsConsistent
    {
        get
        {
            long last = 0;
            foreach (var end in Ends.Span)
            {
                if (end < last)
                {
                    return false;
                }

                last = end;
            }

            GC.KeepAlive(Ends);
            return last == Text.Length;
        }
    }

    /// <exception cref="OverflowException">The names take more than 2 GB.</exception>
    public static IndexNames Of(IReadOnlyList<string> names)
    {
        NativeArray<long> ends = new(names.Count);
        long length = 0;
        for (var id = 0; id < names.Count; id++)
        {
            length += Encoding.UTF8.GetByteCount(names[id]);
            ends.Span[id] = length;
        }

        NativeArray<byte> text = new(checked((int)length));
        var rest = text.Span;
        foreach (var name in names)
        {
            rest = rest[Encoding.UTF8.GetBytes(name, rest)..];
        }

        return new IndexNames(ends, text);
    }

    /// <summary>The name of an id, or null.</summary>
    public string? Find(int id)
    {
        if ((uint)id >= (uint)Ends.Length)
        {
            return null;
        }

        var start = id == 0 ? 0 : Ends.Span[id - 1];
        var name = Encoding.UTF8.GetString(Text.Span[(int)start..(int)Ends.Span[id]]);
        GC.KeepAlive(this);
        return name;
    }
}
