using HashMatch.Hosting.Pipeline;

namespace HashMatch.Hosting.Contents;

/// <summary>A file, read when its turn comes.</summary>
sealed class FileContent(string path) : SubmittedContent
{
    internal override HashedPicture Hash(PictureHasher hasher) => hasher.Hash(path);
}
