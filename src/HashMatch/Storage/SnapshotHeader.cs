using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace HashMatch.Storage;

/// <summary>The first bytes of a snapshot, little-endian: what it is, how long, and where its sections lie.</summary>
/// <remarks>
/// <code>
///   0  8 bytes  magic: 89 "HMI" 0D 0A 1A 0A, so that a copy in text mode is noticed
///   8  u32      format version
///  12  u32      length of header and directory
///  16  u32      bits of a hash
///  20  u32      number of sections
///  24  u64      number of hashes
///  32  u64      length of the file
///  40  u64      XXH3 of header and directory, this field zero
///  48  64 bytes profile, UTF-8, filled up with zeros
/// 112  16 bytes zero
/// 128  32 bytes for each section: u32 kind, u32 zero, u64 offset, u64 length, u64 XXH3
/// </code>
/// </remarks>
sealed record SnapshotHeader(int BitCount, long HashCount, string Profile, IReadOnlyList<SnapshotSection> Sections)
{
    public const int CurrentVersion = 1;

    /// <summary>Sections begin at multiples of this, so that a mapped one is aligned for any item and vector.</summary>
    public const int Alignment = 4096;

    public const int MostSections = 1024;

    const int ChecksumOffset = 40;
    const int ProfileOffset = 48;
    const int ProfileLength = 64;
    const int DirectoryOffset = 128;
    const int EntryLength = 32;

    static ReadOnlySpan<byte> Magic => [0x89, (byte)'H', (byte)'M', (byte)'I', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The bytes of header and directory for that many sections.</summary>
    public static int LengthOf(int sectionCount) => DirectoryOffset + (EntryLength * sectionCount);

    /// <summary>Throws for a profile a header cannot hold.</summary>
    public static void RefuseProfile(string profile)
    {
        if (Encoding.UTF8.GetByteCount(profile) > ProfileLength || profile.Contains('\0'))
        {
            throw new ArgumentException($"A profile's name takes at most {ProfileLength} bytes and no NUL.", nameof(profile));
        }
    }

    public byte[] ToBytes(long fileLength)
    {
        var bytes = new byte[LengthOf(Sections.Count)];
        Magic.CopyTo(bytes);
        WriteUInt32(8, CurrentVersion);
        WriteUInt32(12, bytes.Length);
        WriteUInt32(16, BitCount);
        WriteUInt32(20, Sections.Count);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(24), HashCount);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(32), fileLength);
        RefuseProfile(Profile);
        Encoding.UTF8.GetBytes(Profile, bytes.AsSpan(ProfileOffset));
        for (var i = 0; i < Sections.Count; i++)
        {
            var (kind, offset, length, checksum) = Sections[i];
            var entry = bytes.AsSpan(DirectoryOffset + (EntryLength * i), EntryLength);
            BinaryPrimitives.WriteUInt32LittleEndian(entry, kind);
            BinaryPrimitives.WriteInt64LittleEndian(entry[8..], offset);
            BinaryPrimitives.WriteInt64LittleEndian(entry[16..], length);
            BinaryPrimitives.WriteUInt64LittleEndian(entry[24..], checksum);
        }

        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(ChecksumOffset), XxHash3.HashToUInt64(bytes));
        return bytes;

        void WriteUInt32(int offset, int value) => BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(offset), value);
    }

    /// <summary>Reads and checks a header.</summary>
    /// <param name="start">The first bytes of the file, as many as there are up to the longest header.</param>
    /// <param name="fileLength">The file's length.</param>
    /// <param name="path">Named in messages.</param>
    /// <exception cref="SnapshotFormatException">The file is foreign, of another version, cut or damaged.</exception>
    public static SnapshotHeader Parse(ReadOnlySpan<byte> start, long fileLength, string path)
    {
        if (start.Length < Magic.Length || !start.StartsWith(Magic))
        {
            throw new SnapshotFormatException($"'{path}' is not an index snapshot.");
        }

        if (start.Length < DirectoryOffset)
        {
            throw Cut(path);
        }

        var version = BinaryPrimitives.ReadUInt32LittleEndian(start[8..]);
        if (version != CurrentVersion)
        {
            throw new SnapshotFormatException($"'{path}' is an index snapshot of version {version}, and version {CurrentVersion} is read: build it again from its hashes.");
        }

        var sectionCount = BinaryPrimitives.ReadUInt32LittleEndian(start[20..]);
        if (sectionCount > MostSections || BinaryPrimitives.ReadUInt32LittleEndian(start[12..]) != LengthOf((int)sectionCount))
        {
            throw Damaged(path);
        }

        var length = LengthOf((int)sectionCount);
        if (start.Length < length)
        {
            throw Cut(path);
        }

        var bytes = start[..length].ToArray();
        var checksum = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(ChecksumOffset));
        bytes.AsSpan(ChecksumOffset, 8).Clear();
        if (XxHash3.HashToUInt64(bytes) != checksum)
        {
            throw Damaged(path);
        }

        // From here on the header is what was written.
        if (BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(32)) != fileLength)
        {
            throw Cut(path);
        }

        var sections = new SnapshotSection[sectionCount];
        for (var i = 0; i < sections.Length; i++)
        {
            var entry = bytes.AsSpan(DirectoryOffset + (EntryLength * i), EntryLength);
            sections[i] = new SnapshotSection(
                BinaryPrimitives.ReadUInt32LittleEndian(entry),
                BinaryPrimitives.ReadInt64LittleEndian(entry[8..]),
                BinaryPrimitives.ReadInt64LittleEndian(entry[16..]),
                BinaryPrimitives.ReadUInt64LittleEndian(entry[24..]));
            if (sections[i].Offset % Alignment != 0 || sections[i].Offset < length || sections[i].Length < 0 ||
                sections[i].Offset > fileLength - sections[i].Length)
            {
                throw Inconsistent(path);
            }
        }

        var bitCount = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(16));
        var hashCount = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(24));
        if (bitCount < 0 || hashCount < 0)
        {
            throw Inconsistent(path);
        }

        var profile = bytes.AsSpan(ProfileOffset, ProfileLength);
        return new SnapshotHeader(
            bitCount,
            hashCount,
            Encoding.UTF8.GetString(profile.TrimEnd((byte)0)),
            sections);
    }

    public static SnapshotFormatException Damaged(string path) =>
        new($"'{path}' is damaged: its checksum does not match. Take a good copy or build it again from its hashes.");

    public static SnapshotFormatException Inconsistent(string path) =>
        new($"'{path}' is damaged: its parts do not fit together. Take a good copy or build it again from its hashes.");

    static SnapshotFormatException Cut(string path) =>
        new($"'{path}' is not as long as it was when written. Take a good copy or build it again from its hashes.");
}
