namespace HashMatch.Storage;

/// <summary>One array of a snapshot.</summary>
/// <param name="Kind">Which, among those of its index.</param>
/// <param name="Offset">Where it begins in the file.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Checksum">XXH3 of its bytes.</param>
readonly record struct SnapshotSection(uint Kind, long Offset, long Length, ulong Checksum);
