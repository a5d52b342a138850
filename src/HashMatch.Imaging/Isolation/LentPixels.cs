using System.Buffers;

namespace HashMatch.Imaging.Isolation;

/// <summary>Pixels where a worker wrote them. It goes back to its pool with them.</summary>
/// <param name="worker">Whose they are.</param>
/// <param name="pool">Where it goes.</param>
/// <param name="offset">Where they lie.</param>
/// <param name="length">Their bytes.</param>
sealed class LentPixels(WorkerProcess worker, WorkerPool pool, long offset, int length) : MemoryManager<byte>
{
    WorkerProcess? _worker = worker;

    public override Span<byte> GetSpan()
    {
        ObjectDisposedException.ThrowIf(_worker is null, this);
        return _worker.Block.PixelsAt(offset, length);
    }

    // Shared memory does not move.
    public override unsafe MemoryHandle Pin(int elementIndex = 0)
    {
        ObjectDisposedException.ThrowIf(_worker is null, this);
        return new MemoryHandle((byte*)_worker.Block.Pixels + offset + elementIndex);
    }

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _worker, null) is { } returned)
        {
            pool.ReturnHeld(returned);
        }
    }
}
