using HashMatch.Hashers;
using HashMatch.Hosting.Pipeline;

namespace HashMatch.Hosting.Contents;

/// <summary>Hashes that were made elsewhere.</summary>
sealed class FormsContent(HashForms forms, HashProfile profile, FileIdentity? file) : SubmittedContent
{
    /// <summary>How they were made.</summary>
    internal HashProfile Profile => profile;

    /// <summary>Whether a hasher can have made them.</summary>
    internal bool ArePossible => IsPossible(forms.Pdq) &&
        (forms.Trimmed is not { } trimmed || (IsPossible(trimmed.Pdq) && trimmed.Border is >= BorderKind.Letterbox and <= BorderKind.Border)) &&
        (forms.Content is not { } content || IsPossible(content.Pdq));

    internal override FileIdentity? File => file;

    internal override bool HasBytes => false;

    internal override bool MayLackForms => true;

    internal override HashedPicture Hash(PictureHasher hasher) => new() { Forms = forms };

    // Nothing blocks here.
    internal override Task<HashedPicture> HashAsync(PictureHasher hasher, WorkerThreads workers, CancellationToken cancellation) =>
        Task.FromResult(Hash(hasher));

    static bool IsPossible(PdqResult pdq) => pdq is { Quality: >= 0 and <= 100, UndecidedBits: >= 0 and <= 256 };
}
