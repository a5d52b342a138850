using System.Diagnostics.CodeAnalysis;
using HashMatch.Hosting.Pipeline;
using HashMatch.Imaging;

namespace HashMatch.Hosting.Contents;

/// <summary>A stream, opened and read when its turn comes.</summary>
/// <param name="open">Gives the stream.</param>
/// <param name="leaveOpen">Whether it is the caller's to close.</param>
/// <param name="mostBytes">The most it may have, if that is less than the limit.</param>
sealed class StreamedContent(Func<CancellationToken, ValueTask<Stream>> open, bool leaveOpen, long? mostBytes) : SubmittedContent
{
    internal override HashedPicture Hash(PictureHasher hasher)
    {
        try
        {
            // The caller chose to wait.
            var stream = open(CancellationToken.None).AsTask().GetAwaiter().GetResult();
            using var closed = leaveOpen ? null : stream;
            return hasher.Hash(stream, mostBytes);
        }
        catch (Exception exception) when (TryExplain(exception, out var error))
        {
            return new HashedPicture { Error = error };
        }
    }

    internal override async Task<HashedPicture> HashAsync(PictureHasher hasher, WorkerThreads workers, CancellationToken cancellation)
    {
        LoadedStream loaded;
        try
        {
            loaded = await LoadAsync(hasher, cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (TryExplain(exception, out var error))
        {
            return new HashedPicture { Error = error };
        }

        using (loaded)
        {
            return await workers.Run(() => hasher.HashLoaded(loaded), cancellation).ConfigureAwait(false);
        }
    }

    async ValueTask<LoadedStream> LoadAsync(PictureHasher hasher, CancellationToken cancellation)
    {
        var stream = await open(cancellation).ConfigureAwait(false);
        LoadedStream? loaded = null;
        try
        {
            try
            {
                loaded = await hasher.LoadAsync(stream, mostBytes, cancellation).ConfigureAwait(false);
            }
            finally
            {
                if (!leaveOpen)
                {
                    await stream.DisposeAsync().ConfigureAwait(false);
                }
            }

            return loaded.Value;
        }
        catch
        {
            // One that was read and cannot be closed must give back its room, or nobody else gets it.
            loaded?.Dispose();
            throw;
        }
    }

    /// <summary>Whether an exception means that the source gave no bytes; one that is somebody's mistake is left alone.</summary>
    static bool TryExplain(Exception exception, [NotNullWhen(true)] out ImageError? error)
    {
        error = exception is HttpRequestException or TimeoutException or OperationCanceledException { InnerException: TimeoutException }
            ? Failures.Io
            : Failures.Of(exception);
        return error is not null;
    }
}
