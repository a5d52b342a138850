using HashMatch.Hosting.Pipeline;

namespace HashMatch.Hosting.Contents;

/// <summary>What was submitted, in one of the shapes it may have.</summary>
abstract class SubmittedContent
{
    /// <summary>What is known of the file without reading it; null for what is a file itself.</summary>
    internal virtual FileIdentity? File => null;

    /// <summary>Whether it brings the bytes of a file, by which a catalogue knows it.</summary>
    internal virtual bool HasBytes => true;

    /// <summary>Whether it may lack forms that the file itself would have, so that it stands only until that is read.</summary>
    internal virtual bool MayLackForms => false;

    /// <summary>Hashes it on the caller's thread.</summary>
    internal abstract HashedPicture Hash(PictureHasher hasher);

    /// <summary>Has it hashed by a worker.</summary>
    /// <param name="hasher">The hasher.</param>
    /// <param name="workers">The threads for work that blocks.</param>
    /// <param name="cancellation">Cancels what has not begun: when the task ends, nobody looks at the content any more.</param>
    internal virtual Task<HashedPicture> HashAsync(PictureHasher hasher, WorkerThreads workers, CancellationToken cancellation) =>
        workers.Run(() => Hash(hasher), cancellation);
}
