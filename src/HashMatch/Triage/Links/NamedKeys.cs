using HashMatch.Triage.Reports;

namespace HashMatch.Triage.Links;

/// <summary>Keys that are texts, numbered as they first occur.</summary>
static class NamedKeys
{
    internal static KeySpace Of(LinkReason reason, Report[] reports, Func<Report, IEnumerable<(string? Name, int Item)>> namesOf)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        List<string> names = [];
        List<Bearing> bearings = [];
        for (var report = 0; report < reports.Length; report++)
        {
            foreach (var (name, item) in namesOf(reports[report]))
            {
                if (name is null)
                {
                    continue;
                }

                if (!numbers.TryGetValue(name, out var number))
                {
                    number = names.Count;
                    numbers.Add(name, number);
                    names.Add(name);
                }

                bearings.Add(new Bearing(number, report, item, 0));
            }
        }

        return new KeySpace(reason, bearings, names.Count, reports.Length, key => names[key]);
    }
}
