using HashMatch.Cli.Inputs;
using HashMatch.Hashers;
using HashMatch.Hashers.Regions;
using HashMatch.Hashes;
using HashMatch.Imaging;

namespace HashMatch.Cli.Pipeline;

/// <summary>The inputs of a run, hashed or taken from an earlier run, in canonical order.</summary>
sealed class HashRun
{
    readonly List<InputFile> _inputs;
    readonly FileHasher _hasher;
    readonly int _threads;

    internal HashRun(InputSettings settings, HashProfile profile, IReadOnlyList<DigestKind> digestKinds, FormKinds forms,
        Terminal terminal, AlgorithmHasher? algorithms = null, RegionHasher? regions = null)
    {
        algorithms ??= AlgorithmHasher.None;
        List<HashedFile> earlier = settings.HashesFrom is { } file ? HashRecordReader.Read(file, profile, forms, algorithms.Kinds, terminal) : [];
        _inputs = InputFinder.Find(settings, terminal);
        if (settings.OwnOutput is { } own)
        {
            var real = new RealPaths().OfFile(own);
            _inputs.RemoveAll(input => input.Real == real);
        }

        AddEarlier(earlier);
        _hasher = new FileHasher(ImageDecoder.Default, new PdqHasher(profile), settings.Decode, digestKinds, forms, algorithms, regions);
        _threads = settings.Threads;
    }

    /// <summary>How many results there will be.</summary>
    internal int Count => _inputs.Count;

    /// <summary>Pixels hashed so far.</summary>
    internal long PixelCount => _hasher.PixelCount;

    /// <summary>Every input's result, by path.</summary>
    internal IAsyncEnumerable<HashedFile> ResultsAsync(CancellationToken cancellation) =>
        OrderedPipeline.Run(_inputs, _threads, input => input.Ready ?? _hasher.Hash(input.Path), cancellation);

    /// <summary>Joins in the records of an earlier run, of every file but those that are read again or were met before.</summary>
    void AddEarlier(List<HashedFile> earlier)
    {
        // A path read again is not a second sighting: the file itself is newer than its record.
        var known = _inputs.Select(input => input.Real).ToHashSet(StringComparer.Ordinal);
        var realPaths = new RealPaths();
        foreach (var record in earlier)
        {
            var real = realPaths.OfFile(record.Path);
            if (known.Add(real))
            {
                _inputs.Add(new InputFile(record.Path, real, record));
            }
        }

        _inputs.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
    }
}
