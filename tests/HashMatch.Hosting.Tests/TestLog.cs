using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace HashMatch.Hosting.Tests;

/// <summary>Keeps all that is logged, exceptions included.</summary>
sealed class TestLog : ILogger<MatchService>
{
    internal ConcurrentBag<string> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Add($"{logLevel} {formatter(state, exception)} {exception}");
}
