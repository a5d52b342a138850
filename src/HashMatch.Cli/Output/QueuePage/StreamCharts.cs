using HashMatch.Pages;
using HashMatch.Triage.FollowUps;

namespace HashMatch.Cli.Output.QueuePage;

/// <summary>The plots of the page: what came, from whom, and how much time is left.</summary>
static class StreamCharts
{
    /// <summary>Systems with a bar of their own; the rest shares one.</summary>
    const int MostSources = 8;

    /// <summary>The last day of each bar of days left.</summary>
    static readonly (int Last, string Name)[] s_days =
        [(-1, "overdue"), (3, "0 to 3 days"), (14, "4 to 14 days"), (30, "15 to 30 days"), (60, "31 to 60 days"), (int.MaxValue, "more than 60 days")];

    internal static void Write(HtmlText html, TriageView view, TriageStats stats)
    {
        html.Line($"<section><h2>The stream</h2><div class=\"charts\">");
        var items = stats.Overall.Items;
        BarFigure.Write(html, "Items by verdict", "How many items got which verdict.",
        [
            ("known", items.Known), ("repeat", items.Repeat), ("suppressed", items.Suppressed), ("first-generation", items.FirstGeneration),
            ("uncertain", items.Uncertain), ("unreadable", items.Failed), ("without verdict", items.Undecided),
        ]);
        BarFigure.Write(html, "Reports by system", "How many reports came from which system.", [.. Sources(stats)]);
        BarFigure.Write(html, "Days until the deadline", "How many waiting reports have how many days left.", [.. Days(view)]);
        html.Line($"</div></section>");
    }

    static IEnumerable<(string Name, long Count)> Sources(TriageStats stats)
    {
        // Ordered by name before, so that equal counts keep that order.
        var largest = stats.Sources.OrderByDescending(source => source.Reports).ToList();
        foreach (var source in largest.Take(MostSources))
        {
            yield return (source.Source ?? "(not named)", source.Reports);
        }

        if (largest.Count > MostSources)
        {
            yield return ($"{largest.Count - MostSources} others", largest.Skip(MostSources).Sum(source => (long)source.Reports));
        }
    }

    static IEnumerable<(string Name, long Count)> Days(TriageView view)
    {
        var after = int.MinValue;
        foreach (var (last, name) in s_days)
        {
            yield return (name, view.Queue.Open.Count(entry => entry.Clock.DaysLeft > after && entry.Clock.DaysLeft <= last));
            after = last;
        }
    }
}
