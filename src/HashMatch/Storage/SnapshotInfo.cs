namespace HashMatch.Storage;

/// <summary>What a snapshot file says of itself.</summary>
/// <param name="BitCount">Bits of a hash.</param>
/// <param name="HashCount">How many hashes it holds.</param>
/// <param name="Profile">Their profile.</param>
/// <param name="FileLength">Its bytes.</param>
public sealed record SnapshotInfo(int BitCount, long HashCount, string Profile, long FileLength)
{
    /// <summary>Reads the header of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="verify">Whether every section's checksum is compared too, which reads the whole file.</param>
    /// <exception cref="SnapshotFormatException">The file is foreign, of another version, cut or damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static SnapshotInfo Read(string path, bool verify = false)
    {
        ArgumentNullException.ThrowIfNull(path);
        var file = SnapshotFile.Open(path);
        if (verify)
        {
            file.Verify();
        }

        return new SnapshotInfo(file.Header.BitCount, file.Header.HashCount, file.Header.Profile, file.Length);
    }
}
