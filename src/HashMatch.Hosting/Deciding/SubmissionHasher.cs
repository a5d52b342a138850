using HashMatch.Catalog;
using HashMatch.Catalog.Triage;
using HashMatch.Hashers;
using HashMatch.Hashers.Regions;
using HashMatch.Hashes;
using HashMatch.Hosting.Contents;
using HashMatch.Hosting.Pipeline;
using HashMatch.Hosting.Telemetry;

namespace HashMatch.Hosting.Deciding;

/// <summary>Submissions to what can be decided, on the caller's thread or on a worker. Thread-safe.</summary>
sealed class SubmissionHasher
{
    readonly PictureHasher _hasher;
    readonly WorkerThreads _workers;
    readonly HashProfile _profile;
    readonly bool _needsFile;

    /// <param name="options">The service's.</param>
    /// <param name="digestKinds">The digests wanted.</param>
    /// <param name="cache">What a catalogue knows, if there is one.</param>
    /// <param name="workers">The threads for work that blocks.</param>
    /// <param name="metrics">Takes the times.</param>
    internal SubmissionHasher(MatchServiceOptions options, IReadOnlyList<DigestKind> digestKinds, CatalogCache? cache, WorkerThreads workers,
        ServiceMetrics metrics)
    {
        _workers = workers;
        _profile = options.Profile;
        _needsFile = cache is not null;
        _hasher = new PictureHasher(new MeasuredDecoder(options.Decoder, metrics), new PdqHasher(_profile), options.Decode, digestKinds, options.Forms,
            options.Bounds.AgreeingRegions is null ? null : new RegionHasher(),
            cache is null ? null : new RememberedContents(cache, options.Decode), metrics);
    }

    /// <summary>Throws for a submission that is its submitter's mistake, whatever the picture.</summary>
    /// <remarks>All that a decider may have against it: what it says later is a fault of ours.</remarks>
    /// <exception cref="ArgumentException">Its hashes are of another profile, its file has no length there is, or a catalogue cannot know it, for it has no file or the id of a report.</exception>
    internal void Check(Submission submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        if (submission.Content is FormsContent forms && forms.Profile != _profile)
        {
            throw new ArgumentException($"The hashes are of profile '{forms.Profile}', and the service makes '{_profile}'.", nameof(submission));
        }

        if (submission.Content.File is { ByteLength: < 0 })
        {
            throw new ArgumentException("No file has a length below 0.", nameof(submission));
        }

        if (_needsFile && ReportPlace.IsReported(submission.Id))
        {
            throw new ArgumentException($"In a catalogue, ids that begin with '{ReportPlace.Prefix}' are those of reports.", nameof(submission));
        }

        if (_needsFile && !submission.Content.HasBytes &&
            submission.Content.File?.Digests.Any(digest => digest.Kind == DigestKind.XxHash128) != true)
        {
            throw new ArgumentException("A catalogue knows contents by length and xxh128: give the file's identity with pixels, luma and hashes.", nameof(submission));
        }
    }

    internal HashedSubmission Hash(Submission submission)
    {
        using var activity = ServiceTraces.StartHashing();
        return Complete(submission, submission.Content.Hash(_hasher), activity);
    }

    internal async Task<HashedSubmission> HashAsync(Submission submission, CancellationToken cancellation)
    {
        Check(submission);
        using var activity = ServiceTraces.StartHashing();
        return Complete(submission, await submission.Content.HashAsync(_hasher, _workers, cancellation).ConfigureAwait(false), activity);
    }

    static HashedSubmission Complete(Submission submission, HashedPicture picture, System.Diagnostics.Activity? activity)
    {
        ServiceTraces.Describe(activity, picture.Format, picture.Error);
        return new HashedSubmission(submission, submission.Content.File is { } file
            ? picture with { ByteLength = file.ByteLength, Digests = file.Digests }
            : picture);
    }
}
