using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace HashMatch.Hosting.Tests;

/// <summary>Keeps all that is logged, exceptions included.</summary>
sealed class TestLog : ILogger<MatchService>
{
    internal ConcurrentBag<string> Lines { get; } = [];

    /// <summary>Called with every line, once it is kept.</summary>
    internal Action<string> OnLog { get; init; } = _ => { };

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = $"{logLevel} {formatter(state, exception)} {exception}";
        Lines.Add(line);
        OnLog(line);
    }
}
