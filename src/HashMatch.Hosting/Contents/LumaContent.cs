using HashMatch.Hashers;
using HashMatch.Hosting.Pipeline;

namespace HashMatch.Hosting.Contents;

/// <summary>Luma, the caller's.</summary>
sealed class LumaContent(ReadOnlyMemory<float> luma, int width, int height, FileIdentity? file) : SubmittedContent
{
    internal override FileIdentity? File => file;

    internal override bool HasBytes => false;

    internal override bool MayLackForms => true;

    internal override HashedPicture Hash(PictureHasher hasher) => hasher.Hash(new LumaPlane(luma.Span, width, height));
}
