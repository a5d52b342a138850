using System.Diagnostics.Metrics;
using HashMatch.Hosting.Names;
using HashMatch.Matching;

namespace HashMatch.Hosting.Telemetry;

/// <summary>What a service counts and times, for whoever listens; nobody listening, it costs a look at a flag.</summary>
/// <remarks>Thread-safe. No tag holds an id, a hash or a digest: verdicts, codes and names of lists alone.</remarks>
sealed class ServiceMetrics : IDisposable
{
    static readonly InstrumentAdvice<double> s_latencies =
        new() { HistogramBucketBoundaries = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10] };

    readonly TimeProvider _clock;
    readonly Meter _meter;
    readonly bool _ownsMeter;
    readonly Counter<long> _results;
    readonly Counter<long> _failures;
    readonly Counter<long> _matches;
    readonly Histogram<double> _decoding;
    readonly Histogram<double> _hashing;
    readonly Histogram<double> _deciding;
    readonly Histogram<double> _committing;

    /// <param name="factory">Owns the meter; the service does where there is none.</param>
    /// <param name="clock">Measures latencies.</param>
    internal ServiceMetrics(IMeterFactory? factory, TimeProvider clock)
    {
        _clock = clock;
        _ownsMeter = factory is null;
        MeterOptions options = new(MatchService.TelemetryName);
        _meter = factory?.Create(options) ?? new Meter(options);
        _results = _meter.CreateCounter<long>("hashmatch.results", "{result}", "Items decided, by verdict.");
        _failures = _meter.CreateCounter<long>("hashmatch.failures", "{result}", "Items that could not be read, by code.");
        _matches = _meter.CreateCounter<long>("hashmatch.matches", "{match}", "Matches behind known and suppressed verdicts, by list and role; those in quarantine are not.");
        _decoding = CreateLatency("hashmatch.decode.duration", "Bytes to pixels, waiting for room not counted.");
        _hashing = CreateLatency("hashmatch.hash.duration", "Pixels to hashes.");
        _deciding = CreateLatency("hashmatch.decide.duration", "One verdict, waiting for others' not counted.");
        _committing = CreateLatency("hashmatch.commit.duration", "Bringing a batch of decisions to the disk.");
    }

    internal Timing TimeDecoding() => Time(_decoding);

    internal Timing TimeHashing() => Time(_hashing);

    internal Timing TimeDeciding() => Time(_deciding);

    internal Timing TimeCommitting() => Time(_committing);

    internal void Count(MatchResult result)
    {
        if (_results.Enabled)
        {
            _results.Add(1, new KeyValuePair<string, object?>(Tags.Verdict, RecordNames.Of(result.Verdict)));
        }

        if (_failures.Enabled && result.Error is { } error)
        {
            _failures.Add(1, new KeyValuePair<string, object?>(Tags.Code, RecordNames.Of(error.Code)));
        }

        // In the review band the matches are candidates, and what is in quarantine decides nothing.
        if (_matches.Enabled && result.Verdict is Verdict.Known or Verdict.Suppressed)
        {
            foreach (var match in result.Matches.Where(match => !match.IsHeld))
            {
                _matches.Add(1, new KeyValuePair<string, object?>(Tags.List, match.List), new KeyValuePair<string, object?>(Tags.Role, RecordNames.Of(match.Role)));
            }
        }
    }

    public void Dispose()
    {
        if (_ownsMeter)
        {
            _meter.Dispose();
        }
    }

    Histogram<double> CreateLatency(string name, string description) =>
        _meter.CreateHistogram(name, "s", description, tags: null, s_latencies);

    Timing Time(Histogram<double> histogram) => histogram.Enabled ? new Timing(histogram, _clock) : default;

    /// <summary>Tells a histogram how long it lived; the default tells nobody.</summary>
    internal readonly struct Timing(Histogram<double> histogram, TimeProvider clock) : IDisposable
    {
        readonly long _start = clock.GetTimestamp();

        public void Dispose() => histogram?.Record(clock.GetElapsedTime(_start).TotalSeconds);
    }
}
