using System.Text;
using HashMatch.Storage;

namespace HashMatch.Matching.Entries;

/// <summary>What a list says of itself, as one section of its snapshot.</summary>
sealed record ListInfo(string Name, ListRole Role, string? Version, int? Radius, string? Profile, byte[] Fingerprint)
{
    /// <summary>Raised whenever columns are added or mean something else; a file of another version is not read.</summary>
    const int FormatVersion = 1;

    const int FingerprintLength = 32;
    const int NoRadius = -1;

    static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static ListInfo Of(KnownList list) =>
        new(list.Name, list.Role, list.Version, list.Radius, list.Profile, list.ComputeFingerprint());

    /// <exception cref="ArgumentException">A text is no valid Unicode.</exception>
    internal byte[] ToBytes()
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes, s_strict);
        writer.Write(FormatVersion);
        writer.Write(Fingerprint);
        writer.Write((byte)Role);
        writer.Write(Radius ?? NoRadius);
        writer.Write(Name);
        Write(writer, Version);
        Write(writer, Profile);
        writer.Flush();
        return bytes.ToArray();
    }

    /// <exception cref="SnapshotFormatException">There is none, or it is of another version or damaged.</exception>
    internal static ListInfo Read(SnapshotFile file, string path)
    {
        var section = file.Items<byte>(SnapshotSections.ListInfo);
        if (section.Length == 0)
        {
            throw new SnapshotFormatException($"'{path}' is not the snapshot of a list.");
        }

        using BinaryReader reader = new(new MemoryStream(section.Span.ToArray()), s_strict);
        GC.KeepAlive(section);
        try
        {
            if (reader.ReadInt32() is var version && version != FormatVersion)
            {
                throw new SnapshotFormatException($"'{path}' is a list's snapshot of version {version}, and version {FormatVersion} is read: make it again from the list.");
            }

            var fingerprint = reader.ReadBytes(FingerprintLength);
            var role = (ListRole)reader.ReadByte();
            var radius = reader.ReadInt32();
            ListInfo info = new(reader.ReadString(), role, ReadText(reader), radius == NoRadius ? null : radius, ReadText(reader), fingerprint);
            return info.Name.Length > 0 && role is (ListRole.Known or ListRole.Ignore) && info.Radius is (null or (>= 0 and <= 256))
                ? info
                : throw SnapshotHeader.Inconsistent(path);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or FormatException and not SnapshotFormatException)
        {
            throw SnapshotHeader.Inconsistent(path);
        }
    }

    static void Write(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        writer.Write(text ?? "");
    }

    static string? ReadText(BinaryReader reader)
    {
        var isThere = reader.ReadBoolean();
        var text = reader.ReadString();
        return isThere ? text : null;
    }
}
