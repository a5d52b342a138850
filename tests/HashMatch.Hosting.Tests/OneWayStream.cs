namespace HashMatch.Hosting.Tests;

/// <summary>A stream that does not know its length, gives a few bytes at a time, and only to who waits without a thread.</summary>
sealed class OneWayStream(byte[] bytes) : MemoryStream(bytes)
{
    /// <summary>What it ends with, if not with its end.</summary>
    internal Exception? Failure { get; init; }

    public override bool CanSeek => false;

    public override int Read(Span<byte> buffer) => throw new NotSupportedException("Servers forbid it.");

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return Failure is null ? base.Read(buffer.Span[..Math.Min(buffer.Length, 1000)]) : throw Failure;
    }
}
