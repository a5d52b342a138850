using HashMatch.Matching;
using HashMatch.Triage.Links;
using HashMatch.Triage.Reports;

namespace HashMatch.Triage.Internals;

/// <summary>What earlier reports said of each content: the places, devices and accounts it came with.</summary>
/// <remarks>Fed by arrival. About 20 bytes for each different pair of a content and something said of it.</remarks>
sealed class ContentHistory(ReportLinks links)
{
    const int Place = 0;
    const int Device = 1;
    const int Account = 2;

    readonly Dictionary<(int Kind, string Text), int> _details = [];
    readonly Dictionary<string, int> _named = new(StringComparer.Ordinal);
    readonly HashSet<(int Content, int Detail)> _said = [];

    /// <summary>What a report says that is new of its known and repeated items, and keeps all it says.</summary>
    internal (bool Place, bool Device, bool Account, int Items) Add(TriageCase @case, int position)
    {
        var report = @case.Report;
        var accounts = report.Accounts.Count == 0 ? [] : report.Accounts.Select(account => NumberOf(Account, account)).ToArray();
        var (place, device, account, items) = (false, false, false, 0);
        // Two passes: an item must not make its twin in the same report look known.
        for (var item = 0; item < report.Items.Count; item++)
        {
            if (@case.Verdicts[item] is { Verdict: Verdict.Known or Verdict.Repeat } verdict)
            {
                items++;
                if (ContentOf(verdict, position, item) is var content and >= 0)
                {
                    place |= IsNew(content, Place, report.Items[item].Place);
                    device |= IsNew(content, Device, report.Items[item].Device);
                    account |= accounts.Any(number => !_said.Contains((content, number)));
                }
            }
        }

        for (var item = 0; item < report.Items.Count; item++)
        {
            Keep(report.Items[item], ContentOf(@case.Verdicts[item], position, item), accounts);
        }

        return (place, device, account, items);
    }

    void Keep(ReportItem item, int content, int[] accounts)
    {
        if (content < 0)
        {
            return;
        }

        if (item.Place is { } place)
        {
            _said.Add((content, NumberOf(Place, place)));
        }

        if (item.Device is { } device)
        {
            _said.Add((content, NumberOf(Device, device)));
        }

        foreach (var account in accounts)
        {
            _said.Add((content, account));
        }
    }

    bool IsNew(int content, int kind, string? text) => text is not null && !_said.Contains((content, NumberOf(kind, text)));

    int NumberOf(int kind, string text)
    {
        _details.TryAdd((kind, text), _details.Count);
        return _details[(kind, text)];
    }

    /// <summary>What the report's own hashes tell; where it has none, what the verdict names.</summary>
    int ContentOf(ItemVerdict? verdict, int position, int item)
    {
        if (links.ContentOf(position, item) is var content and >= 0)
        {
            return content;
        }

        if (verdict?.Content is not { } name)
        {
            return -1;
        }

        // Beyond all numbers that links give.
        _named.TryAdd(name, int.MaxValue - _named.Count);
        return _named[name];
    }
}
