namespace HashMatch.Tests.Triage;

/// <summary>The rule of star groups in its plainest form, for keys that all are strong enough and none too common.</summary>
static class StarOracle
{
    /// <summary>For every report, by arrival, the one that stands for it.</summary>
    internal static int[] StandingFor((bool TellsWho, int Strength, string Key)[][] reports)
    {
        var bearers = Enumerable.Range(0, reports.Length).SelectMany(report => reports[report].Select(key => (key.Key, report)))
            .GroupBy(pair => pair.Key, pair => pair.report).Where(group => group.Count() > 1).ToDictionary(group => group.Key, group => group.ToHashSet());
        Dictionary<string, int> claims = [];
        var standsFor = new int[reports.Length];
        for (var report = 0; report < reports.Length; report++)
        {
            var shared = reports[report].Where(key => bearers.ContainsKey(key.Key))
                .OrderBy(key => key.TellsWho ? 0 : 1).ThenBy(key => bearers[key.Key].Count).ThenByDescending(key => key.Strength)
                .ThenBy(key => claims.GetValueOrDefault(key.Key)).ToArray();
            var joined = shared.Where(key => claims.ContainsKey(key.Key)).Take(1).ToArray();
            var own = shared.Where(key => !claims.ContainsKey(key.Key)).Take(1).ToArray();
            var staysApart = joined.Length == 0 || (own.Length > 0 && Rank(own[0]).CompareTo(Rank(joined[0])) < 0);
            standsFor[report] = staysApart ? report : claims[joined[0].Key];
            if (staysApart && own.Length > 0)
            {
                Claim(report, own[0]);
            }
        }

        return standsFor;

        (int, int) Rank((bool TellsWho, int, string Key) key) => (key.TellsWho ? 0 : 1, bearers[key.Key].Count);

        void Claim(int report, (bool TellsWho, int, string Key) first)
        {
            HashSet<int> group = [];
            foreach (var key in reports[report].Where(key => key.Key == first.Key || (first.TellsWho && key.TellsWho)).Where(key => bearers.ContainsKey(key.Key)))
            {
                if (claims.TryAdd(key.Key, report))
                {
                    group.UnionWith(bearers[key.Key]);
                }
            }

            foreach (var key in reports[report].Where(key => !key.TellsWho && bearers.ContainsKey(key.Key) && !claims.ContainsKey(key.Key)))
            {
                var others = bearers[key.Key].Where(other => other != report).ToArray();
                if (others.Count(group.Contains) is var common and > 0 && common * (common + 3) >= others.Length)
                {
                    claims.Add(key.Key, report);
                    group.UnionWith(bearers[key.Key]);
                }
            }
        }
    }
}
