using System.Buffers;

namespace HashMatch.Imaging;

/// <summary>A stream's bytes, or why there are none, and the room they take in a budget; dispose it once to give both back.</summary>
readonly struct LoadedStream(IMemoryOwner<byte>? content, ImageError? error, WorkBudget.Lease lease) : IDisposable
{
    internal ReadOnlyMemory<byte> Bytes => content?.Memory ?? default;

    internal ImageError? Error => error;

    public void Dispose()
    {
        content?.Dispose();
        lease.Dispose();
    }
}
