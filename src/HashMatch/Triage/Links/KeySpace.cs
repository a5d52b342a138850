using HashMatch.Triage.Rules;

namespace HashMatch.Triage.Links;

/// <summary>All keys of one kind, the reports that bear them, and the bearer through which a key links the others.</summary>
/// <remarks>A key borne by n reports gives n - 1 links, whatever n is.</remarks>
sealed class KeySpace
{
    readonly Bearing[] _byKey;
    readonly int[] _keyStarts;
    readonly Bearing[] _byReport;
    readonly int[] _reportStarts;
    readonly Func<int, string?> _subjectOf;

    /// <param name="reason">What the keys are.</param>
    /// <param name="bearings">In the order of the reports; a report that bears a key more than once bears it by the nearest item, the first of those.</param>
    /// <param name="keyCount">How many keys there are.</param>
    /// <param name="reportCount">How many reports there are.</param>
    /// <param name="subjectOf">What to call a key; null for keys without a name.</param>
    internal KeySpace(LinkReason reason, List<Bearing> bearings, int keyCount, int reportCount, Func<int, string?>? subjectOf = null)
    {
        Reason = reason;
        _subjectOf = subjectOf ?? (static _ => null);
        _byReport = Distinct(bearings, keyCount);
        _reportStarts = Starts(_byReport, reportCount, static bearing => bearing.Report);
        _keyStarts = Starts(_byReport, keyCount, static bearing => bearing.Key);
        _byKey = new Bearing[_byReport.Length];
        var next = _keyStarts.ToArray();
        foreach (var bearing in _byReport)
        {
            _byKey[next[bearing.Key]++] = bearing;
        }
    }

    internal LinkReason Reason { get; }

    internal int KeyCount => _keyStarts.Length - 1;

    /// <summary>The bearings of a report.</summary>
    internal ReadOnlySpan<Bearing> Of(int report) => _byReport.AsSpan(_reportStarts[report].._reportStarts[report + 1]);

    /// <summary>The bearers of a key, in order.</summary>
    internal ReadOnlySpan<Bearing> BearersOf(int key) => _byKey.AsSpan(_keyStarts[key].._keyStarts[key + 1]);

    internal int CountOf(int key) => _keyStarts[key + 1] - _keyStarts[key];

    /// <summary>How much a bearing says.</summary>
    internal int StrengthOf(Bearing bearing, LinkRules rules) => Reason switch
    {
        LinkReason.SameBytes => rules.SameBytes,
        LinkReason.NearHash => rules.StrengthOf(bearing.Distance),
        LinkReason.Account => rules.Account,
        _ => rules.Device,
    };

    /// <summary>Adds the links of every key through its hub: of the nearest bearers the earliest.</summary>
    internal void AddLinks(List<ReportLink> links, List<CommonThing> common, LinkRules rules)
    {
        for (var key = 0; key < KeyCount; key++)
        {
            var bearers = BearersOf(key);
            if (bearers.Length < 2)
            {
                continue;
            }

            var hub = HubOf(bearers);
            foreach (var bearer in bearers)
            {
                if (bearer.Report != hub.Report)
                {
                    links.Add(LinkOf(hub, bearer, key, bearers.Length, rules));
                }
            }

            if (bearers.Length > rules.CommonAbove)
            {
                common.Add(new CommonThing(Reason, hub.Report, bearers.Length, _subjectOf(key)));
            }
        }
    }

    ReportLink LinkOf(Bearing hub, Bearing other, int key, int sharing, LinkRules rules)
    {
        var (first, second) = hub.Report < other.Report ? (hub, other) : (other, hub);
        return new ReportLink(first.Report, second.Report, Reason, StrengthOf(other, rules), 1, sharing)
        {
            FirstItem = first.Item,
            SecondItem = second.Item,
            Distance = other.Distance,
            Subject = _subjectOf(key),
        };
    }

    /// <summary>The report with the very hash that stands for the key, so that distances to it are those between the two items.</summary>
    static Bearing HubOf(ReadOnlySpan<Bearing> bearers)
    {
        var hub = bearers[0];
        foreach (var bearer in bearers)
        {
            hub = bearer.Distance < hub.Distance ? bearer : hub;
        }

        return hub;
    }

    static Bearing[] Distinct(List<Bearing> bearings, int keyCount)
    {
        var places = new int[keyCount];
        Array.Fill(places, -1);
        List<Bearing> distinct = new(bearings.Count);
        foreach (var bearing in bearings)
        {
            ref var place = ref places[bearing.Key];
            if (place < 0 || distinct[place].Report != bearing.Report)
            {
                place = distinct.Count;
                distinct.Add(bearing);
            }
            else if (bearing.Distance < distinct[place].Distance)
            {
                distinct[place] = bearing;
            }
        }

        return [.. distinct];
    }

    static int[] Starts(Bearing[] bearings, int count, Func<Bearing, int> numberOf)
    {
        var starts = new int[count + 1];
        foreach (var bearing in bearings)
        {
            starts[numberOf(bearing) + 1]++;
        }

        for (var i = 0; i < count; i++)
        {
            starts[i + 1] += starts[i];
        }

        return starts;
    }
}
