using System.Globalization;
using System.IO.Enumeration;
using HashMatch.Hashers;
using HashMatch.Imaging;

namespace HashMatch.Benchmarks.Folders;

/// <summary>The decodable pictures of a folder, in memory so that no pass reads the disk, and a count of all other files.</summary>
sealed class PictureSet
{
    const long MaxBytes = 4L << 30;

    readonly List<Picture> _pictures = [];
    readonly SortedDictionary<ImageErrorCode, int> _failures = [];

    PictureSet()
    {
    }

    /// <summary>In ordinal order of their paths, the order of a scan.</summary>
    internal IReadOnlyList<Picture> Pictures => _pictures;

    /// <summary>How many files did not decode, by reason.</summary>
    internal IReadOnlyDictionary<ImageErrorCode, int> Failures => _failures;

    /// <summary>Bytes of the pictures' files.</summary>
    internal long ByteCount { get; private set; }

    /// <exception cref="UnusableFolderException">It is no folder, cannot be read, is too large or holds no picture.</exception>
    internal static PictureSet Load(string folder, IImageDecoder decoder, IReadOnlyList<Recipe> recipes, TextWriter progress)
    {
        if (!Directory.Exists(folder))
        {
            throw new UnusableFolderException($"There is no folder '{folder}'.");
        }

        var set = new PictureSet();
        try
        {
            var files = FindFiles(folder);
            progress.WriteLine("Loading the files and hashing each once to see which are pictures");
            foreach (var (path, length) in files)
            {
                set.Add(path, length, decoder, recipes);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnusableFolderException($"The folder '{folder}' could not be read: {exception.Message}");
        }

        return set._pictures.Count > 0
            ? set
            : throw new UnusableFolderException($"No file in '{folder}' decodes as a picture.");
    }

    /// <summary>Every file below the folder; links to folders are not followed, so that none is met twice.</summary>
    static List<(string Path, long Length)> FindFiles(string folder)
    {
        var everything = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = 0 };
        var found = new FileSystemEnumerable<string>(folder, (ref entry) => entry.ToSpecifiedFullPath(), everything)
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0,
        };
        List<(string Path, long Length)> files = [];
        var total = 0L;
        foreach (var path in found)
        {
            // Opened, a link to a file tells the length of its target.
            using var handle = File.OpenHandle(path);
            var length = RandomAccess.GetLength(handle);
            files.Add((path, length));
            total += length;
        }

        if (total > MaxBytes)
        {
            throw new UnusableFolderException(string.Create(CultureInfo.InvariantCulture,
                $"The files in '{folder}' come to {total / (double)(1 << 30):F2} GiB and are all held in memory: choose a folder of at most {MaxBytes >> 30} GiB."));
        }

        files.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return files;
    }

    void Add(string path, long length, IImageDecoder decoder, IReadOnlyList<Recipe> recipes)
    {
        if (length > DecodeOptions.Default.MaxBytes)
        {
            Count(ImageErrorCode.TooLarge);
            return;
        }

        var bytes = File.ReadAllBytes(path);
        Dictionary<HashProfile, PdqResult> expected = [];
        foreach (var recipe in recipes)
        {
            if (!decoder.TryReadHeader(bytes, recipe.Decode, out _, out var error) ||
                !decoder.TryDecode(bytes, recipe.Decode, out var image, out error))
            {
                Count(error.Code);
                return;
            }

            using (image)
            {
                expected.Add(recipe.Profile, recipe.Hasher.Hash(image.Pixels));
            }
        }

        _pictures.Add(new Picture(bytes, expected));
        ByteCount += bytes.Length;
    }

    void Count(ImageErrorCode code) => _failures[code] = _failures.GetValueOrDefault(code) + 1;
}
