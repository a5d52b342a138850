namespace HashMatch.Catalog;

/// <summary>What a file looks like from outside: enough to see that it has not changed since it was read.</summary>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Modified">
/// When it was last changed, UTC; null if that was so shortly before that a further change could bear the same time.
/// A file without one is read again next time.
/// </param>
public readonly record struct FileStamp(long Length, DateTime? Modified)
{
    /// <summary>The coarsest clock of the file systems in use, FAT's.</summary>
    static readonly TimeSpan s_coarsest = TimeSpan.FromSeconds(2);

    /// <summary>The stamp of a file, or of what a link leads to; null for what is no file that can be looked at.</summary>
    /// <param name="path">The file. Take its stamp before it is read, so that a change meanwhile is noticed next time.</param>
    /// <param name="clock">Says what is now.</param>
    public static FileStamp? Of(string path, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(clock);
        try
        {
            FileInfo file = new(path);
            var target = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
            if (target is not { Exists: true })
            {
                return null;
            }

            var modified = target.LastWriteTimeUtc;
            return new FileStamp(target.Length, clock.GetUtcNow().UtcDateTime - modified > s_coarsest ? modified : null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether a file of this stamp is, for all that can be seen from outside, the one of the other.</summary>
    public bool IsUnchangedFrom(FileStamp earlier) => Modified is not null && this == earlier;
}
