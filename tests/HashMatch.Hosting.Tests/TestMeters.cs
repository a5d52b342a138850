using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace HashMatch.Hosting.Tests;

/// <summary>Makes a meter and listens to no other.</summary>
sealed class TestMeters : IMeterFactory
{
    readonly List<Meter> _meters = [];
    readonly MeterListener _listener = new();

    internal TestMeters()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == this)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            Counts.AddOrUpdate($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}", value, (_, sum) => sum + value));
        _listener.SetMeasurementEventCallback<double>((instrument, value, _, _) =>
        {
            Assert.InRange(value, 0, 60);
            Durations.Add(instrument.Name);
        });
        _listener.Start();
    }

    /// <summary>Sums by instrument and tags.</summary>
    internal ConcurrentDictionary<string, long> Counts { get; } = [];

    /// <summary>The instrument of every duration.</summary>
    internal ConcurrentBag<string> Durations { get; } = [];

    public Meter Create(MeterOptions options)
    {
        options.Scope = this;
        Meter meter = new(options);
        _meters.Add(meter);
        return meter;
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meters.ForEach(meter => meter.Dispose());
    }
}
