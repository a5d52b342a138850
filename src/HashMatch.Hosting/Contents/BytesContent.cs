using HashMatch.Hosting.Pipeline;

namespace HashMatch.Hosting.Contents;

/// <summary>The bytes of a file, the caller's.</summary>
sealed class BytesContent(ReadOnlyMemory<byte> bytes) : SubmittedContent
{
    internal override HashedPicture Hash(PictureHasher hasher) => hasher.Hash(bytes);
}
