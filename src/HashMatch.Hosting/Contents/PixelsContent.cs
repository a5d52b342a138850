using HashMatch.Hashers;
using HashMatch.Hosting.Pipeline;

namespace HashMatch.Hosting.Contents;

/// <summary>Decoded pixels, the caller's.</summary>
sealed class PixelsContent(ReadOnlyMemory<byte> pixels, int width, int height, PixelLayout layout, FileIdentity? file) : SubmittedContent
{
    internal override FileIdentity? File => file;

    internal override bool HasBytes => false;

    internal override HashedPicture Hash(PictureHasher hasher) => hasher.Hash(new PixelView(pixels.Span, width, height, layout));
}
