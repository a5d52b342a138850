using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using HashMatch.Imaging.Pixels;

namespace HashMatch.Imaging.Isolation;

/// <summary>What a worker decoded, for whoever asked.</summary>
static class WorkerPixels
{
    /// <summary>The pixels with their worker, or a copy of them without, if there is memory for one. The worker is the pool's again.</summary>
    internal static bool TryTake(WorkerPool pool, WorkerProcess worker, in WorkerReply reply, [NotNullWhen(true)] out IMemoryOwner<byte>? pixels)
    {
        if (pool.TryHold())
        {
            pixels = new LentPixels(worker, pool, reply.Offset, reply.PixelBytes);
            return true;
        }

        try
        {
            var copy = NativePixels.Allocate(reply.PixelBytes);
            worker.Block.PixelsAt(reply.Offset, reply.PixelBytes).CopyTo(copy.GetSpan());
            pixels = copy;
            return true;
        }
        catch (OutOfMemoryException)
        {
            pixels = null;
            return false;
        }
        finally
        {
            pool.Return(worker);
        }
    }
}
