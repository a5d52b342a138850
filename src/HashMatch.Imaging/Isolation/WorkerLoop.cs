using HashMatch.Imaging.Pixels;

namespace HashMatch.Imaging.Isolation;

/// <summary>Answers one request after the other from within a worker.</summary>
sealed class WorkerLoop
{
    readonly IImageDecoder _decoder;
    readonly SharedBlock _block;
    readonly PixelArena _arena;

    /// <param name="decoder">Bytes to pixels.</param>
    /// <param name="block">Where files come and pixels go.</param>
    /// <param name="limits">Its room.</param>
    internal WorkerLoop(IImageDecoder decoder, SharedBlock block, WorkerLimits limits)
    {
        _decoder = decoder;
        _block = block;
        _arena = new PixelArena(block.Pixels, limits.PixelBytes);
        PixelBlocks.Shared.Arena = _arena;
    }

    /// <summary>Decodes a file.</summary>
    internal WorkerReply Answer(in WorkerRequest request)
    {
        // What was said of other files takes no room from what is said of this one.
        _block.Words.Rewind();
        var bytes = _block.FileMemoryOf((int)request.FileLength);
        if (!_decoder.TryDecode(bytes, request.ToOptions(), out var image, out var error))
        {
            return new WorkerReply { Number = request.Number, Outcome = (int)error.Code, Width = error.Sides.Width, Height = error.Sides.Height };
        }

        using (image)
        {
            return new WorkerReply(
                request.Number, WorkerReply.Decoded, image.Width, image.Height, image.FullWidth, image.FullHeight, (int)image.Layout,
                image.IsPartial ? 1 : 0, Place(image.Pixels.Data));
        }
    }

    /// <summary>Where the pixels lie, which is where they were decoded unless there was no room.</summary>
    unsafe long Place(ReadOnlySpan<byte> pixels)
    {
        fixed (byte* data = pixels)
        {
            if (_arena.Contains((nint)data))
            {
                return (nint)data - _block.Pixels;
            }
        }

        pixels.CopyTo(_block.PixelsAt(0, pixels.Length));
        return 0;
    }
}
