namespace HashMatch.Fuzzing.Seeds;

/// <summary>A folder for parsers that read files, in memory where the system has a place for that; gone with it.</summary>
sealed class ScratchFolder : IDisposable
{
    const string Memory = "/dev/shm";

    static int s_count;

    // Messages name files, and hold no run of hexadecimal digits otherwise.
    internal ScratchFolder() => Folder = Directory.Exists(Memory)
        ? Directory.CreateDirectory(System.IO.Path.Join(Memory, $"hashmatch-fuzz-{Environment.ProcessId}-{Interlocked.Increment(ref s_count)}")).FullName
        : Directory.CreateTempSubdirectory("hashmatch-fuzz-").FullName;

    internal string Folder { get; }

    /// <summary>A path in it.</summary>
    internal string Path(string name) => System.IO.Path.Join(Folder, name);

    /// <summary>Writes a file anew: what is still mapped of an older one stays as it was.</summary>
    internal string Write(string name, byte[] bytes)
    {
        var path = Path(name);
        File.Delete(path);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
