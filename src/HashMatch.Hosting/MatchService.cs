using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using HashMatch.Catalog;
using HashMatch.Hosting.Deciding;
using HashMatch.Hosting.Names;
using HashMatch.Hosting.Pipeline;
using HashMatch.Hosting.Telemetry;
using HashMatch.Matching;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace HashMatch.Hosting;

/// <summary>Have we seen this picture before? Answers from any thread: hashed in parallel, decided in one order.</summary>
/// <remarks>
/// <para>
/// A bad picture is a result (<see cref="Verdict.Failed"/> with code and message), never an exception; a decoder that lacks its
/// library or its workers is one, since no picture is to blame. Without a catalogue
/// every submission is a sighting, so submit an item once; with one, the same bytes under the same id again get the
/// decision of the first time, and every result handed out is on the disk.
/// </para>
/// <para>
/// Memory is bounded whatever the number of threads, see <see cref="MatchServiceOptions.Decode"/>. Logs, metrics and traces
/// hold neither hashes nor digests nor ids.
/// </para>
/// <para>
/// Thread-safe. Dispose it when nothing is under way: what is then ends with <see cref="ObjectDisposedException"/> or
/// <see cref="OperationCanceledException"/>, undecided or decided and, with a catalogue, kept.
/// </para>
/// </remarks>
public sealed class MatchService : IDisposable
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string TelemetryName = "HashMatch";

    const int AheadPerThread = 4;

    readonly ILogger _logger;
    readonly ServiceMetrics _metrics;
    readonly WorkerThreads _workers;
    readonly SubmissionHasher _hasher;
    readonly Decider _decider;
    readonly string _profile;
    readonly int _maxAhead;
    bool _isDisposed;

    /// <summary>A service; with a catalogue, it opens that.</summary>
    /// <param name="lists">The lists to match against; fill them before, leave them alone afterwards.</param>
    /// <param name="options">The defaults unless given.</param>
    /// <param name="logger">Where it logs to; nowhere unless given.</param>
    /// <param name="clock">Stamps what a catalogue notes, and takes times for metrics; the system's unless given.</param>
    /// <param name="meters">Makes its meter; it makes its own unless given.</param>
    /// <exception cref="ArgumentException">An option lies outside its range, or a list is of another profile.</exception>
    /// <exception cref="CatalogException">
    /// The catalogue is being written by another process, is none, is damaged, of a newer version or of other settings, or
    /// the system refuses.
    /// </exception>
    public MatchService(IEnumerable<KnownList> lists, MatchServiceOptions? options = null, ILogger<MatchService>? logger = null,
        TimeProvider? clock = null, IMeterFactory? meters = null)
    {
        ArgumentNullException.ThrowIfNull(lists);
        options ??= new MatchServiceOptions();
        if (string.Join(' ', options.FindErrors()) is { Length: > 0 } errors)
        {
            throw new ArgumentException(errors, nameof(options));
        }

        KnownList[] all = [.. lists];
        ListProfiles.RequireFit(all, options.Profile);
        clock ??= TimeProvider.System;
        _logger = logger ?? NullLogger<MatchService>.Instance;
        _profile = options.Profile.Name;
        _maxAhead = options.MaxAhead ?? (AheadPerThread * options.Parallelism);
        _metrics = new ServiceMetrics(meters, clock);
        _workers = new WorkerThreads(options.Parallelism);
        try
        {
            _decider = options.CatalogPath is { } path
                ? new CatalogDecider(CatalogWriter.Open(path, options.ToCatalogSettings(), all, clock), _metrics, _logger)
                : new MemoryDecider(all, options.Bounds, _metrics);
            _hasher = new SubmissionHasher(options, _decider.DigestKinds, _decider.Cache, _workers, _metrics);
            ServiceLog.TellStart(_logger, _profile, all, remembers: options.CatalogPath is not null);
        }
        catch
        {
            // Nobody else can: a catalogue left open could not be opened again.
            _decider?.Dispose();
            _workers.Dispose();
            _metrics.Dispose();
            throw;
        }
    }

    /// <summary>Hashes an item on the caller's thread and decides it.</summary>
    /// <param name="submission">The item.</param>
    /// <exception cref="ArgumentException">Its hashes are of another profile, its file has no length there is, or a catalogue cannot know it, for it has no file or the id of a report.</exception>
    /// <exception cref="CatalogException">The decision could not be kept; all that was acknowledged before is.</exception>
    /// <exception cref="Imaging.Isolation.DecodeWorkerException">The decoder's workers cannot be started: no fault of the item.</exception>
    /// <exception cref="DllNotFoundException">The native library of the decoder is missing.</exception>
    /// <exception cref="ObjectDisposedException">The service was disposed.</exception>
    public MatchResult Submit(Submission submission)
    {
        _hasher.Check(submission);
        var item = _hasher.Hash(submission);
        using var activity = ServiceTraces.StartDeciding(1);
        var decision = _decider.Decide(item);
        ServiceTraces.Describe(activity, decision);
        return Finish(item, decision);
    }

    /// <summary>Hashes an item on a thread of the service and decides it.</summary>
    /// <param name="submission">The item.</param>
    /// <param name="cancellation">
    /// Until it is hashed, it can be cancelled: it was then not decided, and when the task ends, nobody looks at its content
    /// any more.
    /// </param>
    /// <exception cref="ArgumentException">Its hashes are of another profile, its file has no length there is, or a catalogue cannot know it, for it has no file or the id of a report.</exception>
    /// <exception cref="CatalogException">The decision could not be kept; all that was acknowledged before is.</exception>
    /// <exception cref="Imaging.Isolation.DecodeWorkerException">The decoder's workers cannot be started: no fault of the item.</exception>
    /// <exception cref="DllNotFoundException">The native library of the decoder is missing.</exception>
    /// <exception cref="ObjectDisposedException">The service was disposed.</exception>
    public Task<MatchResult> SubmitAsync(Submission submission, CancellationToken cancellation = default)
    {
        _hasher.Check(submission);
        return RunAsync();

        async Task<MatchResult> RunAsync()
        {
            var item = await _hasher.HashAsync(submission, cancellation).ConfigureAwait(false);
            using var activity = ServiceTraces.StartDeciding(1);
            var decisions = await _decider.DecideAsync([item]).ConfigureAwait(false);
            ServiceTraces.Describe(activity, decisions);
            return Finish(item, decisions[0]);
        }
    }

    /// <summary>Decides items in the order they come: hashed in parallel, results in that order and the same for any parallelism.</summary>
    /// <remarks>
    /// <para>
    /// The source is asked for the next item only while fewer than <see cref="MatchServiceOptions.MaxAhead"/> wait, so it is
    /// never far ahead of who takes the results. An exception of the source, or of an item that is somebody's mistake, comes
    /// after the results of all items before it.
    /// </para>
    /// <para>
    /// When the enumeration ends early, by a token or by its reader, no result that was handed out is lost. Without a
    /// catalogue no other item was decided either. With one, items behind the last result may have been decided and kept:
    /// submitted again, they get that decision. What the source gave is not looked at any more.
    /// </para>
    /// </remarks>
    /// <param name="submissions">The items; asked for by one thread at a time.</param>
    /// <param name="cancellation">Ends the enumeration, as soon as the source heeds it.</param>
    /// <exception cref="ArgumentException">As for <see cref="SubmitAsync"/>.</exception>
    /// <exception cref="CatalogException">Decisions could not be kept; all that was acknowledged before is.</exception>
    /// <exception cref="Imaging.Isolation.DecodeWorkerException">The decoder's workers cannot be started: no fault of an item.</exception>
    /// <exception cref="DllNotFoundException">The native library of the decoder is missing.</exception>
    /// <exception cref="ObjectDisposedException">The service was disposed.</exception>
    public IAsyncEnumerable<MatchResult> SubmitAll(IAsyncEnumerable<Submission> submissions, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(submissions);
        return RunAsync(submissions, cancellation);

        async IAsyncEnumerable<MatchResult> RunAsync(IAsyncEnumerable<Submission> source, [EnumeratorCancellation] CancellationToken stop)
        {
            var batches = OrderedPipeline.RunBatches(source, _maxAhead, Math.Min(_decider.BestTogether, _maxAhead), _hasher.HashAsync, stop);
            await foreach (var batch in batches.ConfigureAwait(false))
            {
                IReadOnlyList<Decision> decisions;
                using (var activity = ServiceTraces.StartDeciding(batch.Count))
                {
                    decisions = await _decider.DecideAsync(batch).ConfigureAwait(false);
                    ServiceTraces.Describe(activity, decisions);
                }

                for (var i = 0; i < batch.Count; i++)
                {
                    yield return Finish(batch[i], decisions[i]);
                }
            }
        }
    }

    /// <summary>Ends its threads and closes the catalogue. A second time does nothing.</summary>
    public void Dispose()
    {
        if (!Interlocked.Exchange(ref _isDisposed, true))
        {
            _workers.Dispose();
            _decider.Dispose();
            _metrics.Dispose();
            ServiceLog.Ended(_logger);
        }
    }

    MatchResult Finish(in HashedSubmission item, Decision decision)
    {
        MatchResult result = new(item.Submission, item.Picture, decision, _profile);
        _metrics.Count(result);
        if (result.Error is { } error && _logger.IsEnabled(LogLevel.Debug))
        {
            ServiceLog.PictureFailed(_logger, RecordNames.Of(error.Code));
        }

        return result;
    }
}
