namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>A report before all reports are put in the order of their arrival.</summary>
/// <param name="system">Who sends it.</param>
/// <param name="arrival">When it comes, from the beginning.</param>
sealed class DraftReport(ReportingSystem system, TimeSpan arrival)
{
    internal ReportingSystem System => system;

    internal TimeSpan Arrival => arrival;

    internal List<PlantedItem> Items { get; } = [];

    internal string? Account { get; set; }

    internal bool IsEscalated { get; set; }

    /// <summary>The planted group it belongs to, or -1.</summary>
    internal int Group { get; init; } = -1;

    /// <summary>Says where or with what its first item was made.</summary>
    internal void Tag(string? place, string? device)
    {
        var item = Items[0];
        Items[0] = item with { Item = item.Item with { Place = place ?? item.Item.Place, Device = device ?? item.Item.Device } };
    }
}
