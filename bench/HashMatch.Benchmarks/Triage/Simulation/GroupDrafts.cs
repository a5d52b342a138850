using System.Globalization;
using HashMatch.Benchmarks.Indexes;

namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>Draws groups that belong together, and reports that lie between groups and strangers without belonging to both.</summary>
sealed class GroupDrafts(RandomBits random, ReportDrafts drafts)
{
    const int MostMembers = 12;

    /// <summary>Two such copies of one picture always lie within the radius of each other.</summary>
    const int MostNoise = 14;

    readonly List<(SyntheticContent Content, TimeSpan First)> _series = [];
    int _groups;

    /// <summary>Adds so many reports, or some more.</summary>
    internal void Add(int count)
    {
        var end = drafts.All.Count + count;
        while (drafts.All.Count < end)
        {
            AddGroup(_groups++);
            if (_groups % 4 == 0)
            {
                AddBetween(_series[random.Below(_series.Count)], _series[random.Below(_series.Count)]);
                AddChain();
            }
        }
    }

    /// <summary>All members have an account, a device or a picture in common with the first; in every fourth group now this, now that.</summary>
    void AddGroup(int group)
    {
        var content = drafts.Pool.New(group);
        var members = 2 + (int)(Math.Pow(random.Unit(), 2) * (MostMembers - 1));
        var first = drafts.At(TimeSpan.Zero, drafts.Duration * 0.9);
        var last = first + TimeSpan.FromDays(14);
        last = last < drafts.Duration ? last : drafts.Duration;
        for (var member = 0; member < members; member++)
        {
            var isFirst = member == 0;
            var (account, device, picture) = (group % 4) switch
            {
                0 => (true, false, false),
                1 => (false, true, false),
                2 => (false, false, true),
                _ => isFirst ? (true, true, true) : OneOrMore(),
            };
            DraftReport draft = new(drafts.System(), isFirst ? first : drafts.At(first + TimeSpan.FromSeconds(1), last)) { Group = group };
            draft.Items.Add(picture ? drafts.Pool.Copy(content, MostNoise) : random.Unit() < 0.5 ? drafts.NewItem(draft.Arrival) : drafts.CopyOfKnown());
            draft.Account = account ? string.Create(CultureInfo.InvariantCulture, $"account-of-{group}") : null;
            draft.Tag(null, device ? string.Create(CultureInfo.InvariantCulture, $"device-of-{group}") : null);
            if (random.Unit() < 0.3)
            {
                draft.Items.Add(drafts.CopyOfViral());
            }

            drafts.All.Add(draft);
        }

        if (group % 4 >= 2)
        {
            _series.Add((content, first));
        }
    }

    (bool, bool, bool) OneOrMore()
    {
        var bits = 1 + random.Below(7);
        return ((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0);
    }

    /// <summary>A stranger who has pictures of two groups.</summary>
    void AddBetween((SyntheticContent Content, TimeSpan First) one, (SyntheticContent Content, TimeSpan First) other)
    {
        DraftReport draft = new(drafts.System(), drafts.At(one.First > other.First ? one.First : other.First, drafts.Duration));
        draft.Items.Add(drafts.Pool.Copy(one.Content, MostNoise));
        draft.Items.Add(drafts.Pool.Copy(other.Content, MostNoise));
        drafts.All.Add(draft);
    }

    /// <summary>Two strangers with different pictures, and a copy of one that comes near both.</summary>
    void AddChain()
    {
        var one = drafts.Pool.New();
        var other = drafts.Pool.Resembling(one, 44);
        var arrival = drafts.At(TimeSpan.Zero, drafts.Duration * 0.9);
        foreach (var item in new[] { drafts.Pool.Original(one), drafts.Pool.Original(other), drafts.Pool.CopyTowards(one, other, 16) })
        {
            DraftReport draft = new(drafts.System(), arrival);
            draft.Items.Add(item);
            drafts.All.Add(draft);
            arrival = drafts.At(arrival, drafts.Duration);
        }
    }
}
