using System.Runtime.InteropServices;
using HashMatch.Matching;
using HashMatch.Triage.Links;

namespace HashMatch.Triage.Internals;

/// <summary>What earlier reports said of each content: the places, devices and accounts it came with.</summary>
/// <remarks>Fed by arrival. About 20 bytes for each different pair of a content and something said of it.</remarks>
sealed class ContentHistory(ReportLinks links)
{
    const int Place = 0;
    const int Device = 1;
    const int Account = 2;

    /// <summary>Items times accounts would otherwise let one hostile report fill the memory.</summary>
    const int MostAccounts = 32;

    readonly Dictionary<string, int>[] _details = [new(StringComparer.Ordinal), new(StringComparer.Ordinal), new(StringComparer.Ordinal)];
    readonly Dictionary<string, int> _named = new(StringComparer.Ordinal);
    readonly HashSet<ulong>[] _said = [[], [], []];

    /// <summary>What a report says that is new of its known and repeated items, and keeps all it says.</summary>
    internal (bool Place, bool Device, bool Account, int Items) Add(TriageCase @case, int position)
    {
        var report = @case.Report;
        var accounts = report.Accounts.Count == 0 ? [] : report.Accounts.Take(MostAccounts).Select(account => NumberOf(Account, account)).ToArray();
        var (place, device, account, items) = (false, false, false, 0);
        for (var number = 0; number < report.Items.Count; number++)
        {
            var verdict = @case.Verdicts[number];
            var content = ContentOf(verdict, position, number);
            var isSeen = verdict is { Verdict: Verdict.Known or Verdict.Repeat };
            items += isSeen ? 1 : 0;
            if (content >= 0)
            {
                var item = report.Items[number];
                place |= item.Place is not null && IsNew(Place, content, NumberOf(Place, item.Place)) && isSeen;
                device |= item.Device is not null && IsNew(Device, content, NumberOf(Device, item.Device)) && isSeen;
                foreach (var one in accounts)
                {
                    account |= IsNew(Account, content, one) && isSeen;
                }
            }
        }

        return (place, device, account, items);
    }

    /// <summary>Keeps what is said of a content; false if that was said before.</summary>
    bool IsNew(int kind, int content, int detail) => _said[kind].Add(((ulong)(uint)content << 32) | (uint)detail);

    int NumberOf(int kind, string text)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_details[kind], text, out var exists);
        return exists ? number : number = _details[kind].Count - 1;
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
