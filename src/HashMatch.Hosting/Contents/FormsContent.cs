using HashMatch.Hashers;
using HashMatch.Hosting.Pipeline;

namespace HashMatch.Hosting.Contents;

/// <summary>Hashes that were made elsewhere.</summary>
sealed class FormsContent(HashForms forms, HashProfile profile, FileIdentity? file) : SubmittedContent
{
    /// <summary>How they were made.</summary>
    internal HashProfile Profile => profile;

    internal override FileIdentity? File => file;

    internal override bool HasBytes => false;

    internal override bool MayLackForms => true;

    internal override HashedPicture Hash(PictureHasher hasher) => new() { Forms = forms };

    // Nothing blocks here.
    internal override Task<HashedPicture> HashAsync(PictureHasher hasher, WorkerThreads workers, CancellationToken cancellation) =>
        Task.FromResult(Hash(hasher));
}
