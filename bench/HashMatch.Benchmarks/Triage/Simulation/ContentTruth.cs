using HashMatch.Triage.Reports;

namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>What is truly new, told report by report in the order of their arrival, from the contents and not from hashes.</summary>
sealed class ContentTruth
{
    readonly HashSet<int> _seen = [];
    readonly HashSet<(int Content, string Detail)> _said = [];

    internal PlantedReport Settle(DraftReport draft, Report report)
    {
        var isNew = new bool[draft.Items.Count];
        var hasNews = false;
        for (var i = 0; i < isNew.Length; i++)
        {
            var (content, item) = draft.Items[i];
            isNew[i] = !content.IsListed && _seen.Add(content.Number);
            var isDetailNew = IsNew(content, item.Place) | IsNew(content, item.Device);
            // What is said of stock pictures leads nowhere.
            hasNews |= isDetailNew && !isNew[i] && (content.Label is not null || !content.IsListed);
        }

        return new PlantedReport
        {
            Report = report,
            Contents = [.. draft.Items.Select(item => item.Content)],
            Group = draft.Group,
            IsNew = isNew,
            HasNews = hasNews,
            Tagging = TaggingOf(draft),
        };
    }

    bool IsNew(SyntheticContent content, string? detail) => detail is not null && _said.Add((content.Number, detail));

    static Tagging TaggingOf(DraftReport draft)
    {
        var isLabelled = draft.Items.Exists(item => item.Content.Label is not null);
        var isTagged = draft.Account is not null || draft.Items.Exists(item => (item.Item.Place ?? item.Item.Device) is not null);
        return isLabelled && isTagged ? Tagging.Well : isLabelled || isTagged || draft.IsEscalated ? Tagging.Some : Tagging.Poor;
    }
}
