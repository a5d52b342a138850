namespace HashMatch.Catalog.Internals;

/// <summary>Files that hold hashes are their owner's alone from the first moment.</summary>
static class OwnerOnly
{
    internal static FileStream Create(string path, FileMode mode, FileShare share)
    {
        FileStreamOptions options = new() { Mode = mode, Access = FileAccess.ReadWrite, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
