using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using HashMatch.Imaging;

namespace HashMatch.Benchmarks.Folders;

/// <summary>One thing measured: pictures taken through the same steps, each once, by some threads.</summary>
abstract class Pass(string name, IReadOnlyList<Picture> pictures, int threads, IImageDecoder decoder, Recipe recipe)
{
    int _taken;

    internal string Name => name;

    internal int Threads => threads;

    internal Recipe Recipe => recipe;

    /// <summary>Whether all the time of the pass is charged; otherwise only what <see cref="ChargedTime"/> picks.</summary>
    internal virtual bool IsWhole => true;

    internal PassResult Run()
    {
        // No pass pays for what the one before it left behind.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        _taken = 0;
        var cpu = Environment.CpuUsage.TotalTime;
        var pause = GC.GetTotalPauseDuration();
        var start = Stopwatch.GetTimestamp();
        var workers = new Task<PassTally>[threads];
        for (var i = 0; i < workers.Length; i++)
        {
            workers[i] = Task.Factory.StartNew(WorkThrough, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        Task.WaitAll(workers);
        var elapsed = Stopwatch.GetElapsedTime(start);
        pause = GC.GetTotalPauseDuration() - pause;
        cpu = Environment.CpuUsage.TotalTime - cpu;

        var all = new PassTally();
        foreach (var worker in workers)
        {
            all.Add(worker.Result);
        }

        return new PassResult(all, ChargedTime(elapsed, all), cpu, pause);
    }

    protected virtual TimeSpan ChargedTime(TimeSpan elapsed, PassTally all) => elapsed;

    protected abstract void Process(Picture picture, PassTally tally);

    protected bool TryDecode(Picture picture, PassTally tally, [NotNullWhen(true)] out DecodedImage? image)
    {
        image = null;
        var start = Stopwatch.GetTimestamp();
        var isReadable = decoder.TryReadHeader(picture.Bytes, recipe.Decode, out _, out _);
        var headerRead = Stopwatch.GetTimestamp();
        var isDecoded = isReadable && decoder.TryDecode(picture.Bytes, recipe.Decode, out image, out _);
        tally.HeaderTime += Stopwatch.GetElapsedTime(start, headerRead);
        tally.DecodeTime += Stopwatch.GetElapsedTime(headerRead);
        if (!isDecoded)
        {
            tally.Failed++;
        }

        return isDecoded;
    }

    /// <summary>Hashes the picture some times over and checks the hash, so that no fast but wrong pass goes unseen.</summary>
    protected void Hash(Picture picture, DecodedImage image, int times, PassTally tally)
    {
        var expected = picture.Expected[recipe.Profile];
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++)
        {
            if (recipe.Hasher.Hash(image.Pixels) != expected)
            {
                tally.Changed++;
            }
        }

        tally.HashTime += Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Counts the pixels of the file, decoded in full or not.</summary>
    protected static void Count(DecodedImage image, int times, PassTally tally)
    {
        tally.Images += times;
        tally.Pixels += (long)image.FullWidth * image.FullHeight * times;
    }

    PassTally WorkThrough()
    {
        var tally = new PassTally();
        for (var i = Take(); i < pictures.Count; i = Take())
        {
            Process(pictures[i], tally);
        }

        return tally;
    }

    int Take() => Interlocked.Increment(ref _taken) - 1;
}
