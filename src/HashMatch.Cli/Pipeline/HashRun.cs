using HashMatch.Cli.Files;
using HashMatch.Cli.Inputs;
using HashMatch.Hashers;
using HashMatch.Hashers.Regions;
using HashMatch.Hashes;
using HashMatch.Hosting.Pipeline;
using HashMatch.Imaging;

namespace HashMatch.Cli.Pipeline;

/// <summary>The inputs of a run, hashed or taken from an earlier run, in canonical order.</summary>
sealed class HashRun : IDisposable
{
    readonly List<InputFile> _inputs;
    readonly FileHasher _hasher;
    readonly IImageDecoder _decoder;
    readonly FileMemory? _memory;
    readonly int _threads;

    /// <param name="settings">What is read.</param>
    /// <param name="profile">How it is hashed.</param>
    /// <param name="digestKinds">The digests wanted.</param>
    /// <param name="forms">The altered forms wanted.</param>
    /// <param name="terminal">Where paths or records may come from.</param>
    /// <param name="algorithms">The hashes wanted beside PDQ's; none unless given.</param>
    /// <param name="regions">What hashes parts of pictures, where that is wanted.</param>
    /// <param name="memory">What a catalogue remembers of files; none unless given.</param>
    internal HashRun(InputSettings settings, HashProfile profile, IReadOnlyList<DigestKind> digestKinds, FormKinds forms,
        Terminal terminal, AlgorithmHasher? algorithms = null, RegionHasher? regions = null, FileMemory? memory = null)
    {
        algorithms ??= AlgorithmHasher.None;
        List<HashedFile> earlier = settings.HashesFrom is { } file ? HashRecordReader.Read(file, profile, forms, algorithms.Kinds, terminal) : [];
        _inputs = InputFinder.Find(settings, terminal);
        AddEarlier(earlier);
        _decoder = RunDecoder.Open(settings.IsIsolated, settings.Threads);
        _hasher = new FileHasher(_decoder, new PdqHasher(profile), settings.Decode, digestKinds, forms, algorithms, regions, memory?.Contents);
        _memory = memory;
        _threads = settings.Threads;
    }

    /// <summary>How many results there will be.</summary>
    internal int Count => _inputs.Count;

    /// <summary>Pixels hashed so far.</summary>
    internal long PixelCount => _hasher.PixelCount;

    /// <summary>Every input's result, by path.</summary>
    internal IAsyncEnumerable<HashedFile> ResultsAsync(CancellationToken cancellation) =>
        OrderedPipeline.Run(_inputs, _threads, Read, cancellation);

    public void Dispose() => (_decoder as IDisposable)?.Dispose();

    HashedFile Read(InputFile input)
    {
        // Looked at before it is read, so that a change meanwhile is noticed next time.
        var stamp = input.Ready is null ? _memory?.Look(input.Path) : null;
        var file = input.Ready ?? _memory?.FindUnchanged(input, stamp) ?? _hasher.Hash(input.Path, stamp?.Length);
        return file with { Place = input.Real, Stamp = stamp };
    }

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
