using System.Globalization;
using HashMatch.Benchmarks.Indexes;

namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>Draws the reports that belong to no planted group: new pictures, and far more copies.</summary>
sealed class ReportDrafts
{
    /// <summary>What goes round everywhere: half of it is on the known list.</summary>
    const int ViralContents = 16;

    /// <summary>A copy that is passed on says less than a report of something new.</summary>
    const double TagsOfCopies = 0.3;

    /// <summary>A word that many reports of one system have for a device: it says nothing.</summary>
    const string CommonDevice = "device-unknown";

    readonly RandomBits _random;
    readonly ContentPool _pool;
    readonly TimeSpan _duration;
    readonly (SyntheticContent Content, TimeSpan Start)[] _viral;
    readonly List<(SyntheticContent Content, TimeSpan First)> _new = [];
    int _names;

    internal ReportDrafts(RandomBits random, ContentPool pool, SimulationSettings settings)
    {
        (_random, _pool, _duration) = (random, pool, settings.Duration);
        _viral = [.. Enumerable.Range(0, ViralContents).Select(i => (i % 2 == 0 ? pool.Known.Contents[i / 2] : pool.New(), At(TimeSpan.Zero, _duration * 0.6)))];
    }

    internal List<DraftReport> All { get; } = [];

    internal ContentPool Pool => _pool;

    internal TimeSpan Duration => _duration;

    /// <summary>Adds reports until there are so many.</summary>
    internal void AddPlain(int count)
    {
        List<ReportingSystem> copies = [];
        for (var i = All.Count; i < count; i++)
        {
            var system = System();
            if (_random.Unit() < system.New)
            {
                AddNew(system);
            }
            else
            {
                copies.Add(system);
            }
        }

        foreach (var system in copies)
        {
            AddCopy(system);
        }
    }

    internal ReportingSystem System()
    {
        var place = _random.Below(100);
        return ReportingSystem.All.First(system => (place -= system.Volume) < 0);
    }

    /// <summary>Some moment between two.</summary>
    internal TimeSpan At(TimeSpan from, TimeSpan to) => TimeSpan.FromSeconds(Math.Floor(from.TotalSeconds + (_random.Unit() * (to - from).TotalSeconds)));

    internal PlantedItem CopyOfViral() => _pool.Copy(_viral[_random.Below(ViralContents)].Content);

    /// <summary>A copy of a known content; early ones of the list go round far more often.</summary>
    internal PlantedItem CopyOfKnown() => _pool.Copy(_pool.Known.Contents[Skewed(_pool.Known.Contents.Length)]);

    /// <summary>An item of a content nobody has seen. Some come with a poor hash or none, some resemble what goes round.</summary>
    internal PlantedItem NewItem(TimeSpan arrival)
    {
        var kind = _random.Below(100);
        var content = kind < 3 ? _pool.Resembling(_viral[_random.Below(ViralContents)].Content, 34 + (2 * _random.Below(5))) : _pool.New();
        _new.Add((content, arrival));
        var original = _pool.Original(content);
        return kind switch
        {
            < 6 and >= 3 => original with { Item = original.Item with { Quality = _random.Below(50) } },
            < 8 and >= 6 => original with { Item = original.Item with { Pdq = null, Quality = null, Digests = [] } },
            _ => original,
        };
    }

    void AddNew(ReportingSystem system)
    {
        var arrival = At(TimeSpan.Zero, _duration);
        DraftReport draft = new(system, arrival);
        for (var items = 1 + _random.Below(3); items > 0; items--)
        {
            draft.Items.Add(NewItem(arrival));
        }

        if (_random.Unit() < system.Labelled)
        {
            draft.Items.Add(CopyOfKnown());
        }

        if (_random.Unit() < 0.15)
        {
            draft.Items.Add(CopyOfViral());
        }

        Add(draft, 1);
    }

    void AddCopy(ReportingSystem system)
    {
        var (item, arrival) = FirstCopy();
        DraftReport draft = new(system, arrival);
        draft.Items.Add(item);
        while (draft.Items.Count < 5 && _random.Unit() < 0.4)
        {
            draft.Items.Add(_random.Unit() < 0.5 ? CopyOfViral() : CopyOfKnown());
        }

        Add(draft, TagsOfCopies);
    }

    (PlantedItem Item, TimeSpan Arrival) FirstCopy()
    {
        switch (_random.Unit())
        {
            case < 0.58:
                var (content, start) = _viral[_random.Below(ViralContents)];
                var burst = start - (Math.Log(1 - _random.Unit()) * TimeSpan.FromDays(6));
                return (_pool.Copy(content), burst < _duration ? At(burst, burst) : At(start, _duration));
            case < 0.78:
                return (CopyOfKnown(), At(TimeSpan.Zero, _duration));
            case < 0.96:
                var (seen, first) = _new[Skewed(_new.Count)];
                return (_pool.Copy(seen), At(first, _duration));
            default:
                return (_pool.Copy(_pool.Ignored.Contents[Skewed(_pool.Ignored.Contents.Length)]), At(TimeSpan.Zero, _duration));
        }
    }

    void Add(DraftReport draft, double tags)
    {
        var system = draft.System;
        draft.Account = _random.Unit() < system.Accounts ? Name("account") : null;
        draft.IsEscalated = _random.Unit() < system.Escalated * tags;
        draft.Tag(
            _random.Unit() < system.Places * tags ? string.Create(CultureInfo.InvariantCulture, $"place-{_random.Below(5_000)}") : null,
            _random.Unit() < system.Devices * tags ? Name("device") : system.Devices > 0 && _random.Unit() < 0.03 ? CommonDevice : null);
        All.Add(draft);
    }

    /// <summary>Each account and device comes once: what strangers have in common is planted.</summary>
    string Name(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{++_names}");

    int Skewed(int count) => (int)(Math.Pow(_random.Unit(), 3) * count);
}
