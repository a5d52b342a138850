using System.IO.Hashing;
using HashMatch.Lists.Caching;
using HashMatch.Lists.Formats;
using HashMatch.Matching;

namespace HashMatch.Lists;

/// <summary>Reads list files as <see cref="KnownListReader"/> does and keeps each with its index in a file, so that the next start maps it instead of reading a million rows.</summary>
/// <remarks>
/// <para>
/// What is kept is used only where nothing has changed: the SHA-256 of all the list's bytes, the options and the build of
/// this library must be equal. Else the list is read and the file written anew, whole or not at all. Reports of bad rows
/// are kept with it. A damaged file is noticed by its checksums and made anew; nothing here makes a reading fail that
/// would succeed without it.
/// </para>
/// <para>
/// Small lists are not kept, since they are read as fast; neither are pipes, which can be read once, and databases,
/// whose latest changes may lie in another file. Import a database into JSON Lines to have it kept. There is one file for
/// each path and options, so a new version of a list takes the place of the old one; what is left of a list that is used
/// no more may be deleted at any time. Files are their owner's alone, and so is the folder where it is made here.
/// </para>
/// <para>Thread-safe, and processes may share a folder: the last to write wins, and every file is whole.</para>
/// </remarks>
public sealed class KnownListCache
{
    /// <summary>Files of fewer bytes are read in some milliseconds, which is what opening takes.</summary>
    public const int LeastBytes = 1 << 16;

    readonly KeptLists _kept;
    readonly Guid _readers;
    readonly long _leastBytes;

    /// <summary>A cache in a folder.</summary>
    /// <param name="folder">Made when first written to; the folder it lies in must be there.</param>
    /// <exception cref="ArgumentException">The folder's name is empty.</exception>
    public KnownListCache(string folder)
        : this(folder, Build, LeastBytes)
    {
    }

    internal KnownListCache(string folder, Guid readers, long leastBytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _kept = new KeptLists(folder);
        _readers = readers;
        _leastBytes = leastBytes;
    }

    /// <summary>Another build may read the same bytes as something else: this one's code and the core's, told by their compiler.</summary>
    internal static Guid Build { get; } = new(XxHash128.Hash(
        [.. typeof(KnownListReader).Module.ModuleVersionId.ToByteArray(), .. typeof(KnownList).Module.ModuleVersionId.ToByteArray()]));

    /// <summary>The files caches have written into a folder; none if it cannot be listed.</summary>
    /// <exception cref="ArgumentException">The folder's name is empty.</exception>
    public static IReadOnlyList<string> FilesIn(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return KeptLists.FilesIn(folder);
    }

    /// <summary>The list in a file, as <see cref="KnownListReader.Read(string, ListReadOptions)"/> gives it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Name, role, format and hash type.</param>
    /// <param name="onProblem">Gets a sentence that names a kept file which could not be used, or not be written; the list was read all the same.</param>
    /// <exception cref="ListFormatException">The header contradicts the options or is malformed, the first line is neither header nor row, or the document is broken.</exception>
    /// <exception cref="IOException">The file could not be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public ListReadResult Read(string path, ListReadOptions options, Action<string>? onProblem = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        if (!file.CanSeek)
        {
            return KnownListReader.Read(file, options);
        }

        if (IsDatabase(file, options))
        {
            file.Dispose();
            return KnownListReader.Read(path, options);
        }

        if (file.Length < _leastBytes)
        {
            return KnownListReader.Read(file, options);
        }

        var place = _kept.PlaceOf(path, options);
        return ReadKept(file, place, options, onProblem) ?? ReadAndKeep(file, place, options, onProblem);
    }

    ListReadResult? ReadKept(FileStream file, string place, ListReadOptions options, Action<string>? onProblem)
    {
        if (!File.Exists(place))
        {
            return null;
        }

        // The checksums of one file and the digest of the other, side by side.
        var opening = Task.Run(() => KeptLists.Open(place));
        using DigestingStream all = new(file);
        var digest = all.DigestOfAll();
        file.Position = 0;
        var (snapshot, problem) = opening.GetAwaiter().GetResult();
        if (problem is not null)
        {
            onProblem?.Invoke(problem);
        }

        return snapshot is null ? null : ListOrigin.Read(snapshot, ListOrigin.KeyOf(digest, options, _readers));
    }

    ListReadResult ReadAndKeep(FileStream file, string place, ListReadOptions options, Action<string>? onProblem)
    {
        using DigestingStream all = new(file);
        var result = KnownListReader.Read(all, options);
        var key = ListOrigin.KeyOf(all.DigestOfAll(), options, _readers);
        if (_kept.Save(result.List, place, ListOrigin.Of(key, result)) is { } problem)
        {
            onProblem?.Invoke(problem);
        }

        return result;
    }

    static bool IsDatabase(FileStream file, ListReadOptions options)
    {
        Span<byte> start = stackalloc byte[16];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return options.Format == ListFormat.NsrlDatabase || FormatSignature.Of(start[..length]) == ListFormat.NsrlDatabase;
    }
}
