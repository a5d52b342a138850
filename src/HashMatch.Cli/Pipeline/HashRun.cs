using HashMatch.Cli.Inputs;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Imaging;

namespace HashMatch.Cli.Pipeline;

/// <summary>The inputs of a run, hashed or taken from an earlier run, in canonical order.</summary>
sealed class HashRun
{
    readonly List<string> _paths;
    readonly List<HashedFile> _earlier;
    readonly FileHasher _hasher;
    readonly int _threads;

    internal HashRun(InputSettings settings, HashProfile profile, IReadOnlyList<DigestKind> digestKinds, bool dihedral,
        Terminal terminal)
    {
        _earlier = settings.HashesFrom is { } file ? HashRecordReader.Read(file, profile, terminal) : [];
        _paths = InputFinder.Find(settings, terminal);
        if (_earlier.Count > 0)
        {
            // A path read again is not a second sighting: the file itself is newer than its record.
            var read = _paths.ToHashSet(StringComparer.Ordinal);
            _earlier.RemoveAll(record => read.Contains(record.Path));
        }

        _hasher = new FileHasher(ImageDecoder.Default, new PdqHasher(profile), settings.Decode, digestKinds, dihedral);
        _threads = settings.Threads;
    }

    /// <summary>How many results there will be.</summary>
    internal int Count => _paths.Count + _earlier.Count;

    /// <summary>Pixels hashed so far.</summary>
    internal long PixelCount => _hasher.PixelCount;

    /// <summary>Every input's result, by path.</summary>
    internal IAsyncEnumerable<HashedFile> ResultsAsync(CancellationToken cancellation)
    {
        if (_earlier.Count == 0)
        {
            return OrderedPipeline.Run(_paths, _threads, _hasher.Hash, cancellation);
        }

        List<(string Path, HashedFile? Earlier)> inputs =
        [
            .. _paths.Select(path => (path, (HashedFile?)null)),
            .. _earlier.Select(record => (record.Path, (HashedFile?)record)),
        ];
        inputs.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return OrderedPipeline.Run(inputs, _threads, input => input.Earlier ?? _hasher.Hash(input.Path), cancellation);
    }
}
