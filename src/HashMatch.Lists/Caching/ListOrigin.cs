using HashMatch.Matching;

namespace HashMatch.Lists.Caching;

/// <summary>What a kept list was made from, and what was said of its rows: the bytes <see cref="KnownListSnapshot.Origin"/> holds.</summary>
/// <remarks>First the key, which must be equal in every byte, then the report of the reading.</remarks>
static class ListOrigin
{
    /// <summary>All that decides what a list is read as.</summary>
    /// <param name="digest">The SHA-256 of its file.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="readers">Stands for the program that reads it: another one may read the same bytes otherwise.</param>
    internal static byte[] KeyOf(byte[] digest, ListReadOptions options, Guid readers)
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        writer.Write(readers.ToByteArray());
        writer.Write(digest);
        writer.Write((int)options.Role);
        writer.Write((int)options.HashType);
        writer.Write((int)options.Format);
        writer.Write(options.Name);
        writer.Flush();
        return bytes.ToArray();
    }

    internal static byte[] Of(byte[] key, ListReadResult result)
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        writer.Write(key);
        writer.Write(result.Rows);
        writer.Write(result.Withdrawn);
        writer.Write(result.Errors.Count);
        foreach (var error in result.Errors)
        {
            writer.Write((byte)error.Place.Unit);
            writer.Write(error.Place.Number);
            writer.Write(error.Place.ByteOffset is not null);
            writer.Write(error.Place.ByteOffset ?? 0);
            writer.Write(error.Reason);
        }

        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>The result of the reading; null where the list was made from something else, or by somebody else.</summary>
    internal static ListReadResult? Read(KnownListSnapshot snapshot, byte[] key)
    {
        if (!snapshot.Origin.Span.StartsWith(key))
        {
            return null;
        }

        using BinaryReader reader = new(new MemoryStream(snapshot.Origin[key.Length..].ToArray()));
        try
        {
            return Read(snapshot.List, reader);
        }
        catch (Exception exception) when (exception is IOException or FormatException)
        {
            return null;
        }
    }

    static ListReadResult Read(KnownList list, BinaryReader reader)
    {
        var rows = reader.ReadInt64();
        var withdrawn = reader.ReadInt64();
        var count = reader.ReadInt32();
        // It grows with what is there, whatever the count says.
        List<ListRowError> errors = [];
        // Many bad rows have few reasons between them.
        Dictionary<string, string> reasons = [];
        while (errors.Count < count)
        {
            var unit = (ListPlaceUnit)reader.ReadByte();
            var number = reader.ReadInt64();
            var hasOffset = reader.ReadBoolean();
            var offset = reader.ReadInt64();
            var reason = reader.ReadString();
            reasons.TryAdd(reason, reason);
            errors.Add(new ListRowError(new ListPlace(unit, number, hasOffset ? offset : null), reasons[reason]));
        }

        return new ListReadResult(list, rows, errors) { Withdrawn = withdrawn };
    }
}
