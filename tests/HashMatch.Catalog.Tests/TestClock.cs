namespace HashMatch.Catalog.Tests;

/// <summary>A clock that a test sets.</summary>
sealed class TestClock : TimeProvider
{
    internal DateTimeOffset Now { get; set; } = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
